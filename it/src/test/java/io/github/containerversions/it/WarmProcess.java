package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running {@link WarmMaven}. Each ends with the tests, as its standard input does then. */
final class WarmProcess {

  /** Those of each Maven that run nothing now: at most as many as tests run at a time. */
  private static final Map<Path, Deque<WarmProcess>> IDLE = new ConcurrentHashMap<>();

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "ends a Maven that does not");
            thread.setDaemon(true);
            return thread;
          });

  private final Process process;

  /** First on the PATH: a link to the folder of programs of the run, where it has one. */
  private final Path programs;

  private final BufferedWriter runs;
  private final BufferedReader output;

  private WarmProcess(Process process, Path programs) {
    this.process = process;
    this.programs = programs;
    this.runs = process.outputWriter(UTF_8);
    this.output = process.inputReader(UTF_8);
  }

  /** What a run printed, and its exit code. */
  record Outcome(int exitCode, List<String> lines) {}

  /** Whether this Maven has the command line that can be run again and again. */
  static boolean fits(Path mavenHome) {
    String[] libraries = mavenHome.resolve("lib").toFile().list();
    return libraries != null
        && Stream.of(libraries).anyMatch(it -> it.matches("maven-embedder-3\\..*jar"));
  }

  /**
   * Runs Maven.
   *
   * @param folder the folder it starts in
   * @param top the folder that its script would find to be that of the project
   * @param programs a folder whose programs are found before all others; null for none
   */
  static Outcome run(
      Path mavenHome, Path folder, Path top, Path programs, List<String> arguments, int seconds)
      throws IOException {
    Deque<WarmProcess> idle = IDLE.computeIfAbsent(mavenHome, it -> new ConcurrentLinkedDeque<>());
    WarmProcess waiting = idle.poll();
    WarmProcess maven = waiting == null ? start(mavenHome) : waiting;
    Files.deleteIfExists(maven.programs);
    if (programs != null) {
      Files.createSymbolicLink(maven.programs, programs);
    }
    Outcome outcome = maven.run(folder, top, arguments, seconds);
    idle.push(maven);
    return outcome;
  }

  private static WarmProcess start(Path home) throws IOException {
    String classPath =
        Stream.of(
                Installation.target().resolve("test-classes"),
                home.resolve("conf/logging"),
                home.resolve("boot/*"),
                home.resolve("lib/*"))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Dmaven.home=" + home,
                // Or Maven 3.6 keeps the POMs of parents from build to build (MNG-6530).
                "-Dmaven.defaultProjectBuilder.disableGlobalModelCache=true",
                "-classpath",
                classPath,
                WarmMaven.class.getName())
            .directory(Installation.target().toFile())
            .redirectErrorStream(true);
    Path programs = Files.createTempDirectory(Installation.target(), "warm-").resolve("bin");
    builder.environment().clear();
    builder.environment().putAll(MavenRun.environment());
    builder.environment().merge("PATH", programs.toString(), MavenRun::onPath);
    return new WarmProcess(builder.start(), programs);
  }

  private Outcome run(Path folder, Path top, List<String> arguments, int seconds)
      throws IOException {
    runs.write(
        Stream.concat(Stream.of(folder.toString(), top.toString()), arguments.stream())
            .map(it -> URLEncoder.encode(it, UTF_8))
            .collect(Collectors.joining(" ")));
    runs.newLine();
    runs.flush();
    Future<?> end = CLOCK.schedule(process::destroyForcibly, seconds, TimeUnit.SECONDS);
    List<String> lines = new ArrayList<>();
    String line = output.readLine();
    while (line != null && !line.startsWith(WarmMaven.END)) {
      lines.add(line);
      line = output.readLine();
    }
    end.cancel(false);
    if (line == null) {
      throw new IllegalStateException("Maven did not end:\n" + String.join("\n", lines));
    }
    return new Outcome(Integer.parseInt(line.substring(WarmMaven.END.length())), lines);
  }
}
