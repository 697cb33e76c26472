package io.github.containerversions.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of {@code mvn validate} took.
 *
 * @param wall seconds by the clock
 * @param processor seconds of processor time of Maven and all it started; 0 where the system does
 *     not tell
 */
record TimedBuild(double wall, double processor) {

  /** Ticks of proc(5); the kernel shows 100 a second on every machine that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  /** Runs {@code mvn validate} and expects it to pass. */
  static TimedBuild of(
      Installation installation, GeneratedRepository repository, String pom, String... arguments)
      throws IOException, InterruptedException {
    try {
      return of(builder(installation, repository, pom, "", arguments));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(Files.readString(log(repository)), e);
    }
  }

  /** Runs a program and expects it to pass. */
  static TimedBuild of(ProcessBuilder program) throws IOException, InterruptedException {
    long processorBefore = ticksOfChildren();
    long before = System.nanoTime();
    int exit = program.start().waitFor();
    long after = System.nanoTime();
    if (exit != 0) {
      throw new IllegalStateException("it ended with " + exit + ": " + program.command());
    }
    return new TimedBuild(
        (after - before) / 1e9, (ticksOfChildren() - processorBefore) / TICKS_PER_SECOND);
  }

  /** Whether a build passes within a heap of so many MiB. */
  static boolean passesWithin(
      int heap,
      Installation installation,
      GeneratedRepository repository,
      String pom,
      String... arguments)
      throws IOException, InterruptedException {
    String options = "-Xmx" + heap + "m";
    return builder(installation, repository, pom, options, arguments).start().waitFor() == 0;
  }

  /** Without the invoker, whose threads would take their share, and with a plain JVM. */
  private static ProcessBuilder builder(
      Installation installation,
      GeneratedRepository repository,
      String pom,
      String options,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(installation.mavenHome().resolve("bin/mvn").toString());
    command.addAll(List.of("-B", "-o", "-q", "-f", pom));
    command.add("-Dmaven.repo.local=" + installation.localRepository());
    command.addAll(List.of("-gs", installation.globalSettings().toString()));
    command.addAll(List.of(arguments));
    command.add("validate");
    ProcessBuilder builder = new ProcessBuilder(command).directory(repository.root().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    // Or Maven would take the .mvn folder of the build that this benchmark is part of.
    builder.environment().put("MAVEN_BASEDIR", repository.root().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", options);
    builder.redirectErrorStream(true).redirectOutput(log(repository).toFile());
    return builder;
  }

  private static Path log(GeneratedRepository repository) {
    return repository.root().resolveSibling("mvn.log");
  }

  /** The processor time of all children that have ended: cutime and cstime of proc(5). */
  private static long ticksOfChildren() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.isReadable(stat)) {
      return 0;
    }
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
  }
}
