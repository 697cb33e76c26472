package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Maven's own command line, run again and again in one virtual machine: most of a run of its own is
 * the start of Java and code of Maven that is not yet compiled. Each run has a container, class
 * loaders for its plugins and system properties of its own. A program that {@link WarmProcess}
 * starts with the libraries of Maven 3 on its class path.
 *
 * <p>Each line of standard input is one run: the folder it starts in, the top folder of the
 * project, and the arguments, each encoded as in a URL, with blanks between them. What Maven prints
 * is followed by a line with its exit code.
 */
final class WarmMaven {
  static final String END = "== ended with ";

  private WarmMaven() {}

  /** Runs until standard input ends. */
  public static void main(String[] none) throws Exception {
    Class<?> commandLine = Class.forName("org.apache.maven.cli.MavenCli");
    Method doMain =
        commandLine.getMethod(
            "doMain", String[].class, String.class, PrintStream.class, PrintStream.class);
    BufferedReader runs = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    Properties ours = (Properties) System.getProperties().clone();
    for (String run = runs.readLine(); run != null; run = runs.readLine()) {
      List<String> words =
          Arrays.stream(run.split(" ", -1)).map(it -> URLDecoder.decode(it, UTF_8)).toList();
      System.setProperty("maven.multiModuleProjectDirectory", words.get(1));
      Object code =
          doMain.invoke(
              commandLine.getConstructor().newInstance(),
              words.subList(2, words.size()).toArray(String[]::new),
              words.get(0),
              null,
              null);
      System.setProperties((Properties) ours.clone());
      System.out.println(END + code);
    }
  }
}
