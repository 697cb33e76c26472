package io.github.containerversions.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which files below the root must not be opened on behalf of a checked file: git's own, which hold
 * tokens in CI, and those that git ignores, where developers keep theirs.
 *
 * <p>Git is asked at most once about each path. Outside of a git repository nothing is ignored;
 * where git cannot answer inside of one, the file is refused.
 */
final class SecretFiles {
  private static final int SECONDS = 20;
  private static final int IGNORED = 0;
  private static final int NOT_IGNORED = 1;

  private final Path root;
  private final Map<Path, String> reasons = new ConcurrentHashMap<>();

  SecretFiles(Path root) {
    this.root = root;
  }

  /** Whether a path goes through git's own files by name, on any file system. */
  boolean isGitNamed(Path path) {
    for (Path step : root.relativize(path)) {
      String name = step.toString();
      if (name.equalsIgnoreCase(".git") || name.equalsIgnoreCase("git~1")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Why a file must not be opened; empty where it may be.
   *
   * @param path below the root, without symbolic links
   */
  String reason(Path path) {
    return reasons.computeIfAbsent(path, this::judge);
  }

  private String judge(Path path) {
    Path repository = root;
    Path at = root;
    Path relative = root.relativize(path);
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      if (isGitFolder(at)) {
        return "it is one of git's own files";
      }
      at = at.resolve(relative.getName(i));
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        String outer = ask(repository, at);
        if (!outer.isEmpty()) {
          return outer;
        }
        repository = at;
      }
    }
    return isGitFolder(at) ? "it is one of git's own files" : ask(repository, path);
  }

  /** A folder laid out as git's own, under whatever name GIT_DIR gives it. */
  private static boolean isGitFolder(Path folder) {
    return Files.exists(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(folder.resolve("objects"))
        && Files.isDirectory(folder.resolve("refs"));
  }

  private static String ask(Path repository, Path path) {
    if (!isInRepository(repository)) {
      return "";
    }
    return switch (exitCode(repository, path)) {
      case IGNORED -> "git ignores it";
      case NOT_IGNORED -> "";
      default -> "git cannot say whether it ignores it";
    };
  }

  private static boolean isInRepository(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  private static int exitCode(Path repository, Path path) {
    String git = executable();
    if (git == null) {
      return -1;
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                git,
                "--literal-pathspecs",
                "-c",
                "core.fsmonitor=false",
                "check-ignore",
                "-q",
                "--",
                repository.relativize(path).toString()));
    builder.directory(repository.toFile());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // The repository is the one that the folder is in, whatever a hook has set.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return -1;
  }

  /** Only absolute entries of PATH count: a relative one would run a file of the branch. */
  private static @Nullable String executable() {
    String path = System.getenv("PATH");
    for (String entry : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      for (String name : List.of("git", "git.exe")) {
        File file = new File(entry, name);
        if (new File(entry).isAbsolute() && file.isFile() && file.canExecute()) {
          return file.getPath();
        }
      }
    }
    return null;
  }
}
