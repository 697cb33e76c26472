package io.github.containerversions.core.git;

import io.github.containerversions.core.process.ProgramPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment that git is started with. */
public final class GitEnvironment {

  /** Each would change what a pathspec means; some exclude each other, and git then gives up. */
  private static final List<String> PATHSPEC_VARIABLES =
      List.of(
          "GIT_LITERAL_PATHSPECS",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS");

  /**
   * Each would change what the history is, or which attributes files have. None of them is among
   * those that git sets for hooks.
   */
  private static final List<String> BENDING_VARIABLES =
      List.of(
          "GIT_REPLACE_REF_BASE",
          "GIT_SHALLOW_FILE",
          "GIT_ATTR_SOURCE",
          "GIT_NAMESPACE",
          "GIT_EXTERNAL_DIFF");

  private GitEnvironment() {}

  /**
   * The user's environment, such that git neither writes, asks, fetches nor speaks another
   * language.
   */
  public static Map<String, String> of(Path root, Map<String, String> inherited) {
    Map<String, String> environment = new LinkedHashMap<>(ProgramPath.trusted(inherited));
    environment.keySet().removeAll(PATHSPEC_VARIABLES);
    environment.keySet().removeAll(BENDING_VARIABLES);
    // Replaced objects and grafts put another history in the place of the one that is pushed.
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("GIT_GRAFT_FILE", "/dev/null");
    environment.put("LC_ALL", "C");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    // A partial clone fetches the objects that it misses. Git 2.44 can be told not to; before that,
    // forbidding all ways to a remote has the same effect.
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    Optional<Path> top = top(root);
    if (top.isPresent()) {
      anchor(environment, root, top.get());
    }
    return environment;
  }

  /**
   * The nearest folder at or above the root that holds {@code .git}: a folder, or a file in
   * worktrees and submodules.
   */
  public static Optional<Path> top(Path root) {
    for (Path folder = root.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      Path git = folder.resolve(".git");
      // As git does it, an empty folder is passed over.
      if (Files.isRegularFile(git)
          || Files.exists(git.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /**
   * Hooks run at the top of the working tree, and what git exports to them means that place:
   * relative paths start there, and with GIT_DIR alone the current folder is the top. Git is
   * started in the root here, which may be another folder.
   */
  private static void anchor(Map<String, String> environment, Path root, Path top) {
    if (!isSet(environment, "GIT_DIR") || top.equals(root.toAbsolutePath().normalize())) {
      return;
    }
    environment.computeIfPresent("GIT_DIR", (name, value) -> resolve(top, value));
    if (isSet(environment, "GIT_WORK_TREE")) {
      environment.computeIfPresent("GIT_WORK_TREE", (name, value) -> resolve(top, value));
    } else {
      environment.put("GIT_WORK_TREE", top.toString());
    }
  }

  /** Git's own folder of a working tree: in worktrees and submodules, {@code .git} is a file. */
  public static Path gitDirectory(Path top, Map<String, String> environment) {
    Path beside = top.resolve(".git");
    try {
      if (isSet(environment, "GIT_DIR")) {
        return top.resolve(environment.getOrDefault("GIT_DIR", ""));
      }
      if (Files.isRegularFile(beside)) {
        String text = Files.readString(beside).strip();
        if (text.startsWith("gitdir: ")) {
          return top.resolve(text.substring("gitdir: ".length()));
        }
      }
    } catch (IOException | InvalidPathException unreadable) {
      // Git will say what it makes of this.
    }
    return beside;
  }

  /** The folder that all worktrees of a repository share; see gitrepository-layout(5). */
  public static Path commonDirectory(Path gitDirectory) {
    try {
      Path file = gitDirectory.resolve("commondir");
      return Files.isRegularFile(file)
          ? gitDirectory.resolve(Files.readString(file).strip())
          : gitDirectory;
    } catch (IOException | InvalidPathException unreadable) {
      return gitDirectory;
    }
  }

  /** The index that git uses: inside hooks it may be another than the repository's own. */
  public static Path index(Path top, Map<String, String> environment) {
    Path own = gitDirectory(top, environment).resolve("index");
    try {
      return isSet(environment, "GIT_INDEX_FILE")
          ? top.resolve(environment.getOrDefault("GIT_INDEX_FILE", ""))
          : own;
    } catch (InvalidPathException notAPath) {
      return own;
    }
  }

  private static String resolve(Path top, String value) {
    try {
      return top.resolve(value).toString();
    } catch (InvalidPathException notAPath) {
      return value;
    }
  }

  public static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  /**
   * The git program on the PATH of this environment (a process builder would search that of the
   * virtual machine).
   */
  public static Optional<Path> program(Map<String, String> environment) {
    String name = java.io.File.separatorChar == '\\' ? "git.exe" : "git";
    for (Path file : ProgramPath.candidates(name, environment)) {
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
