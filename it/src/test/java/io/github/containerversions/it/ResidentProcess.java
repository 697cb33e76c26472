package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A running {@link ResidentMaven}, to be given one build after the other. */
final class ResidentProcess implements AutoCloseable {
  private final Process process;
  private final BufferedWriter roots;
  private final BufferedReader output;

  private ResidentProcess(Process process) {
    this.process = process;
    this.roots = process.outputWriter(UTF_8);
    this.output = process.inputReader(UTF_8);
  }

  static ResidentProcess start(Installation installation, Path javaHome) throws IOException {
    Path home = installation.mavenHome();
    String classPath =
        String.join(
            File.pathSeparator,
            Installation.target().resolve("test-classes").toString(),
            home.resolve("boot/*").toString(),
            home.resolve("lib/*").toString());
    ProcessBuilder builder =
        new ProcessBuilder(
                javaHome.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dmaven.home=" + home,
                // Or Maven 3.6 keeps the POMs of parents from build to build (MNG-6530).
                "-Dmaven.defaultProjectBuilder.disableGlobalModelCache=true",
                "-classpath",
                classPath,
                ResidentMaven.class.getName(),
                installation.localRepository().toString(),
                installation.globalSettings().toString())
            .directory(Installation.target().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(MavenRun.environment());
    return new ResidentProcess(builder.start());
  }

  /** Runs {@code mvn validate} in a repository and waits for its end. */
  Result validate(Repository repository) throws IOException {
    roots.write(repository.root().toString());
    roots.newLine();
    roots.flush();
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine();
        !ResidentMaven.END.equals(line);
        line = output.readLine()) {
      if (line == null) {
        throw new IllegalStateException("Maven has ended:\n" + String.join("\n", lines));
      }
      lines.add(line);
    }
    return new Result(List.copyOf(lines));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /**
   * One build and what it left behind.
   *
   * @param lines all that was printed
   */
  record Result(List<String> lines) {

    boolean passed() {
      return lines.contains(ResidentMaven.PASSED);
    }

    /** What the build printed. */
    String text() {
      return lines.stream()
          .filter(line -> !line.startsWith(ResidentMaven.MARK))
          .collect(Collectors.joining("\n"));
    }

    /** The names of the threads that are still there. */
    Set<String> threads() {
      return Set.copyOf(told(ResidentMaven.THREAD));
    }

    /** The files of the repository that are still open. */
    List<String> openFiles() {
      return told(ResidentMaven.OPEN);
    }

    /** How many objects of the rule's classes are still there. */
    long objects() {
      return Long.parseLong(told(ResidentMaven.OBJECTS).get(0));
    }

    /** The bytes of the heap that are still in use. */
    long heap() {
      return Long.parseLong(told(ResidentMaven.HEAP).get(0));
    }

    private List<String> told(String mark) {
      return lines.stream()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(mark.length()))
          .toList();
    }
  }
}
