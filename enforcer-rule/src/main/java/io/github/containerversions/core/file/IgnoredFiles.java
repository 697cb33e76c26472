package io.github.containerversions.core.file;

import io.github.containerversions.core.process.ProgramPath;
import io.github.containerversions.core.process.RunningProcesses;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks git which files it ignores; see git-check-ignore(1). */
final class IgnoredFiles {
  private static final int SECONDS = 20;

  /** The codes that git ends with where it has an answer: some are ignored, or none is. */
  private static final Set<Integer> ANSWERED = Set.of(0, 1);

  /** A hook sets them for the repository of the commit; here that of the file counts. */
  private static final List<String> OF_A_HOOK =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX");

  /** Each changes what a path means to git, or makes it refuse all. */
  private static final List<String> OF_PATHS =
      List.of(
          "GIT_LITERAL_PATHSPECS",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS");

  private IgnoredFiles() {}

  /** Whether git would find a repository from this folder. */
  static boolean mayBeIn(Path folder) {
    return isBelowRepository(folder) || !System.getenv().getOrDefault("GIT_DIR", "").isEmpty();
  }

  /** Whether this is the top of a working tree. As git does it, an empty .git is passed over. */
  static boolean isRepository(Path folder) {
    Path git = folder.resolve(".git");
    return Files.isRegularFile(git) || Files.exists(git.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Those that git ignores and does not track.
   *
   * @param folder an existing one, without symbolic links
   * @param files what stands in it; 16 KiB of names at most, so that question and answer fit into
   *     the buffers of the pipes and neither side waits for the other
   * @throws IOException where git is missing, fails, or does not end in time
   */
  static Set<Path> among(Path folder, List<Path> files) throws IOException {
    try (RunningProcesses running = new RunningProcesses()) {
      Process process = running.start(question(folder));
      try {
        return answer(process, files);
      } finally {
        running.end(process);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static ProcessBuilder question(Path folder) throws IOException {
    Map<String, String> environment = ProgramPath.trusted(System.getenv());
    String name = File.separatorChar == '\\' ? "git.exe" : "git";
    Path git =
        ProgramPath.candidates(name, environment).stream()
            .filter(it -> Files.isRegularFile(it) && Files.isExecutable(it))
            .findFirst()
            .orElseThrow(() -> new IOException("no git"));
    ProcessBuilder builder =
        new ProcessBuilder(git.toString(), "-c", "core.fsmonitor=", "check-ignore", "-z", "--stdin")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().keySet().removeAll(OF_PATHS);
    if (isBelowRepository(folder)) {
      builder.environment().keySet().removeAll(OF_A_HOOK);
    }
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    return builder;
  }

  private static boolean isBelowRepository(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (isRepository(at)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Path> answer(Process process, List<Path> files)
      throws IOException, InterruptedException {
    try (OutputStream out = process.getOutputStream()) {
      for (Path file : files) {
        out.write(asked(file));
      }
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || !ANSWERED.contains(process.exitValue())) {
      throw new IOException("git gave no answer");
    }
    Set<String> said = new HashSet<>();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    for (String each : answer.split("\0", -1)) {
      said.add(each + "\0");
    }
    Set<Path> ignored = new HashSet<>();
    for (Path file : files) {
      if (said.contains(new String(asked(file), StandardCharsets.ISO_8859_1))) {
        ignored.add(file);
      }
    }
    return ignored;
  }

  /** What git is given for a file; without ./ a name such as :(top)x would mean something else. */
  private static byte[] asked(Path file) {
    byte[] name = FileNames.bytes(file);
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    asked.writeBytes("./".getBytes(StandardCharsets.US_ASCII));
    asked.writeBytes(name);
    asked.write(0);
    return asked.toByteArray();
  }
}
