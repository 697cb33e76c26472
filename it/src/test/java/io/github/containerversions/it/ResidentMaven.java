package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A Maven that stays: it runs build after build in one virtual machine and one container, and so
 * keeps the classes of plugins loaded, as a daemon does. A program of its own, that {@link
 * ResidentProcess} starts with the libraries of a Maven on its class path.
 *
 * <p>Standard input holds the folder of a repository in each line, and {@code mvn validate} is run
 * there on two threads. What the build prints is followed by whether it passed and by what it left
 * behind in the machine, between lines that start with {@value #MARK}.
 */
final class ResidentMaven {

  /** The builds of one version of Maven. */
  interface Builds {

    /** Runs {@code mvn validate} in a repository, prints its errors, says whether it passed. */
    boolean validate(Path root) throws Exception;
  }

  static final String MARK = "== ";
  static final String FAILED = MARK + "failed";
  static final String PASSED = MARK + "passed";
  static final String THREAD = MARK + "thread ";
  static final String OPEN = MARK + "open ";
  static final String OBJECTS = MARK + "objects ";
  static final String HEAP = MARK + "heap ";
  static final String END = MARK + "end";

  /** Standard output as it was: Maven 4 puts another in its place. */
  private static final PrintStream OUT = System.out;

  /** A line of a histogram: rank, instances, bytes, class, module. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+\\[?L?io\\.github\\.containerversions\\.(?!it\\.).*$");

  private ResidentMaven() {}

  /**
   * Runs until standard input ends.
   *
   * @param arguments the local repository and the global settings
   */
  public static void main(String[] arguments) throws Exception {
    Builds builds = builds(Path.of(arguments[0]), Path.of(arguments[1]));
    BufferedReader roots = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String root = roots.readLine(); root != null; root = roots.readLine()) {
      boolean passed = builds.validate(Path.of(root));
      OUT.println(passed ? PASSED : FAILED);
      tellWhatIsLeft(Path.of(root));
      OUT.println(END);
    }
  }

  private static Builds builds(Path localRepository, Path globalSettings) throws Exception {
    try {
      Class.forName(ResidentMaven4.INVOKER);
    } catch (ClassNotFoundException e) {
      return new ResidentMaven3(localRepository, globalSettings);
    }
    return new ResidentMaven4(localRepository, globalSettings);
  }

  private static void tellWhatIsLeft(Path root) throws IOException, JMException {
    // The histogram collects what is no longer used before it counts.
    OUT.println(OBJECTS + objects());
    OUT.println(HEAP + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    TreeSet<String> threads = new TreeSet<>();
    Thread.getAllStackTraces().keySet().forEach(thread -> threads.add(thread.getName()));
    threads.forEach(name -> OUT.println(THREAD + name));
    openFiles(root).forEach(file -> OUT.println(OPEN + file));
  }

  /** How many objects there are of the classes of the rule. */
  private static long objects() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return OURS.matcher(histogram).results().mapToLong(it -> Long.parseLong(it.group(1))).sum();
  }

  /** What of the repository this process holds open; nothing where the system does not tell. */
  private static List<Path> openFiles(Path root) throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return List.of();
    }
    try (Stream<Path> links = Files.list(descriptors)) {
      return links
          .filter(Files::isSymbolicLink)
          .flatMap(ResidentMaven::target)
          .filter(file -> file.startsWith(root))
          .toList();
    }
  }

  /** Where a descriptor leads; nowhere when it was closed in the meantime. */
  private static Stream<Path> target(Path link) {
    try {
      return Stream.of(Files.readSymbolicLink(link));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
