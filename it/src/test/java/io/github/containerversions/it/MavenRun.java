package io.github.containerversions.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationOutputHandler;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * One run of {@code mvn validate}: where, with which environment. Where nothing but the folder and
 * the arguments matters, a {@link WarmProcess} runs it; else the script of Maven is started.
 */
final class MavenRun {
  private static final int TIMEOUT_SECONDS = 120;
  private static final Pattern ANSI = Pattern.compile("\u001B\\[[;\\d]*m");

  /**
   * What a CI server tells its jobs, and git its hooks: the outer build's affair, not a sample's.
   */
  private static final Pattern OUTER =
      Pattern.compile(
          "(CI|GITHUB|GITEA|FORGEJO|GITLAB|BITBUCKET|CHANGE|SYSTEM|PRE_COMMIT|GIT)(_.*)?"
              + "|TF_BUILD|MAVEN_BASEDIR|MAVEN_PROJECTBASEDIR|MAVEN_CMD_LINE_ARGS");

  private final Installation installation;
  private final Path root;
  private final Map<String, String> environment = environment();
  private Path startFolder;
  private Path javaHome = Path.of(System.getProperty("java.home"));

  /** A folder of programs that is first on the PATH; null where there is none. */
  private Path programs;

  /** Whether it has an environment or a Java of its own. */
  private boolean isSpecial;

  MavenRun(Installation installation, Path root) {
    this.installation = installation;
    this.root = root;
    this.startFolder = root;
    // Shorter starts: hardly a method runs often enough for the second compiler to pay.
    environment.merge(
        "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", (old, ours) -> old + " " + ours);
  }

  /** The machine's environment, less what the outer build and its CI server put there. */
  static Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.keySet().removeIf(name -> OUTER.matcher(name).matches());
    environment.putAll(Git.ENVIRONMENT);
    return environment;
  }

  /** Runs Maven on another Java than that of the tests. */
  MavenRun onJava(Path home) {
    javaHome = home;
    isSpecial = true;
    return this;
  }

  /** Starts Maven in a folder of the repository instead of its root. */
  MavenRun startedIn(Path folder) {
    startFolder = folder;
    return this;
  }

  MavenRun with(String variable, String value) {
    environment.put(variable, value);
    isSpecial = true;
    return this;
  }

  /** Programs in this folder are found before all others. */
  MavenRun onPath(Path folder) {
    programs = folder;
    environment.merge("PATH", folder.toString(), MavenRun::onPath);
    return this;
  }

  static String onPath(String path, String folder) {
    return folder + File.pathSeparator + path;
  }

  /** Everything on the PATH is found but this program. */
  MavenRun withoutProgram(String program) {
    try {
      Path programs = Files.createTempDirectory(Installation.target(), "without-" + program + "-");
      for (String folder : environment.get("PATH").split(File.pathSeparator, -1)) {
        File[] files = new File(folder).listFiles(File::canExecute);
        for (File file : files == null ? new File[0] : files) {
          Path link = programs.resolve(file.getName());
          if (!file.getName().equals(program) && Files.notExists(link)) {
            Files.createSymbolicLink(link, file.toPath());
          }
        }
      }
      return with("PATH", programs.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts Maven as a process of its own, to be sent signals; its script becomes the JVM. */
  Process start(Path log) {
    environment.put("MAVEN_BASEDIR", startFolder.toString());
    environment.put("JAVA_HOME", javaHome.toString());
    ProcessBuilder builder =
        new ProcessBuilder(
                installation.mavenHome().resolve("bin/mvn").toString(),
                "-B",
                "-ntp",
                "-gs",
                installation.globalSettings().toString(),
                "-Dmaven.repo.local=" + installation.localRepository(),
                "validate")
            .directory(startFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs Maven; the arguments follow {@code mvn validate} as they would on a command line. */
  Build run(String... arguments) {
    return ask("validate", arguments);
  }

  /** Runs a goal of the jar; no POM is needed. */
  Build goal(String goal, String... arguments) {
    return ask(Installation.goal(goal), arguments);
  }

  private Build ask(String what, String... arguments) {
    // Maven keeps the loggers of a run, and so their levels.
    boolean isLoudOrQuiet = Stream.of(arguments).anyMatch(it -> it.matches("-[qXe]"));
    boolean hasOptionsOfJava = Files.exists(root.resolve(".mvn/jvm.config"));
    return isSpecial
            || isLoudOrQuiet
            || hasOptionsOfJava
            || !WarmProcess.fits(installation.mavenHome())
        ? askCold(what, arguments)
        : askWarm(what, arguments);
  }

  private Build askWarm(String what, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-B",
                "-ntp",
                "-gs",
                installation.globalSettings().toString(),
                "-Dmaven.repo.local=" + installation.localRepository(),
                what));
    words.addAll(List.of(arguments));
    Path top = Files.exists(root.resolve(".mvn")) ? root : startFolder;
    try {
      WarmProcess.Outcome outcome =
          WarmProcess.run(
              installation.mavenHome(), startFolder, top, programs, words, TIMEOUT_SECONDS);
      return new Build(root, outcome.exitCode(), withoutColour(outcome.lines()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> withoutColour(List<String> lines) {
    return lines.stream().map(line -> ANSI.matcher(line).replaceAll("")).toList();
  }

  private Build askCold(String what, String... arguments) {
    List<String> output = Collections.synchronizedList(new ArrayList<>());
    InvocationRequest request = new DefaultInvocationRequest();
    if (Files.notExists(root.resolve(".mvn"))) {
      // Or Maven's script would go on to look for one above, and find that of this build.
      environment.put("MAVEN_BASEDIR", startFolder.toString());
    }
    request.setJavaHome(javaHome.toFile());
    request.setMavenHome(installation.mavenHome().toFile());
    request.setBaseDirectory(startFolder.toFile());
    request.setLocalRepositoryDirectory(installation.localRepository().toFile());
    request.setGlobalSettingsFile(installation.globalSettings().toFile());
    request.setBatchMode(true);
    request.setNoTransferProgress(true);
    request.setTimeoutInSeconds(TIMEOUT_SECONDS);
    request.setShellEnvironmentInherited(false);
    environment.forEach(request::addShellEnvironment);
    InvocationOutputHandler keep = output::add;
    request.setOutputHandler(keep);
    request.setErrorHandler(keep);
    request.addArg(what);
    request.addArgs(List.of(arguments));
    try {
      InvocationResult result = new DefaultInvoker().execute(request);
      if (result.getExecutionException() != null) {
        throw new IllegalStateException(
            "Maven did not end:\n" + String.join("\n", output), result.getExecutionException());
      }
      return new Build(root, result.getExitCode(), withoutColour(output));
    } catch (MavenInvocationException e) {
      throw new IllegalStateException(e);
    }
  }
}
