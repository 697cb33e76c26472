package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's git, deaf to the machine's configuration. */
final class Git {

  /** What keeps a git, also the one that the rule starts, from reading anybody's configuration. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_TERMINAL_PROMPT", "0");

  /** Fixed names and times: the same commits have the same hashes in every run. */
  private static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_AUTHOR_NAME", "Robin",
          "GIT_AUTHOR_EMAIL", "robin@home.arpa",
          "GIT_AUTHOR_DATE", "2026-03-01T12:00:00Z",
          "GIT_COMMITTER_NAME", "Robin",
          "GIT_COMMITTER_EMAIL", "robin@home.arpa",
          "GIT_COMMITTER_DATE", "2026-03-01T12:00:00Z");

  private Git() {}

  /** Runs git in a folder and gives its output; an exit code other than 0 is an error. */
  static String run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(IDENTITY);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
