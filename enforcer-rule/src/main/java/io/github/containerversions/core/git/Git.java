package io.github.containerversions.core.git;

import io.github.containerversions.core.process.RunningProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the git program in one folder, within bounds of time and size. */
public final class Git {

  /** The most that is taken from one process, in bytes: about half a million changed files. */
  private static final int OUTPUT_LIMIT = 64 << 20;

  private static final int ERROR_LIMIT = 1 << 16;

  private final Path folder;
  private final Map<String, String> environment;
  private final Duration timeout;

  public Git(Path folder, Map<String, String> inherited, Duration timeout) {
    this.folder = folder;
    this.environment = GitEnvironment.of(folder, inherited);
    this.timeout = timeout;
  }

  /**
   * The standard output of {@code git <arguments>}.
   *
   * @param input what git reads from its standard input; a few lines at most
   * @throws GitFailure if git is missing, ends with an error, or does not end in time
   */
  public String run(String input, List<String> arguments) throws GitFailure {
    Optional<Path> program = GitEnvironment.program(environment);
    if (program.isEmpty()) {
      throw GitFailure.noProgram();
    }
    List<String> words = new ArrayList<>();
    words.add(program.get().toString());
    // A file system monitor may be out of date, or be started by the question.
    words.addAll(List.of("-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null"));
    words.addAll(arguments);
    try (RunningProcesses running = new RunningProcesses()) {
      Process process = start(running, words);
      try {
        return await(process, input, command(arguments));
      } finally {
        running.end(process);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw GitFailure.of("the wait for git was interrupted");
    }
  }

  private Process start(RunningProcesses running, List<String> words)
      throws GitFailure, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return running.start(builder);
    } catch (IOException notStarted) {
      throw GitFailure.of("git could not be started");
    }
  }

  private String await(Process process, String input, String command)
      throws GitFailure, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    FutureTask<byte[]> output = read(process.getInputStream(), OUTPUT_LIMIT);
    FutureTask<byte[]> errors = read(process.getErrorStream(), ERROR_LIMIT);
    try {
      write(process.getOutputStream(), input);
      byte[] text = output.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (text.length > OUTPUT_LIMIT) {
        throw GitFailure.of("git " + command + " lists more than can be taken in");
      }
      if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      if (process.exitValue() != 0) {
        byte[] said = errors.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        throw GitFailure.exited(
            command, process.exitValue(), new String(said, StandardCharsets.UTF_8));
      }
      return new String(text, pathCharset());
    } catch (TimeoutException late) {
      throw GitFailure.of(
          "git " + command + " gave no answer within " + timeout.toSeconds() + " s");
    } catch (ExecutionException unreadable) {
      throw GitFailure.of("the answer of git " + command + " could not be read");
    }
  }

  private static void write(OutputStream stdin, String input) {
    try (stdin) {
      stdin.write(input.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException closed) {
      // A process that ends without reading its input says why by its exit code.
    }
  }

  private static FutureTask<byte[]> read(InputStream stream, int limit) {
    FutureTask<byte[]> task = new FutureTask<>(() -> stream.readNBytes(limit + 1));
    Thread thread = new Thread(task, "git-output");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** The command's own name, without the settings before it. */
  private static String command(List<String> arguments) {
    int index = 0;
    while (arguments.get(index).equals("-c")) {
      index += 2;
    }
    return arguments.get(index);
  }

  /**
   * How the virtual machine turns the bytes of a file name into text, so that a name from git and
   * the same name from a folder listing are equal: also in a POSIX locale, where neither can show
   * an umlaut. On Windows both sides know the name as Unicode, and git writes UTF-8.
   */
  public static Charset pathCharset() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return java.io.File.separatorChar == '\\' || !Charset.isSupported(name)
        ? StandardCharsets.UTF_8
        : Charset.forName(name);
  }
}
