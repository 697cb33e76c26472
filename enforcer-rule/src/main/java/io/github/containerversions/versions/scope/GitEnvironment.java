package io.github.containerversions.versions.scope;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The environment that git is started with. */
final class GitEnvironment {

  /** Each would change what a pathspec means; some exclude each other, and git then gives up. */
  private static final List<String> PATHSPEC_VARIABLES =
      List.of(
          "GIT_LITERAL_PATHSPECS",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS");

  private GitEnvironment() {}

  /**
   * The user's environment, such that git neither writes, asks, fetches nor speaks another
   * language.
   */
  static Map<String, String> of(Path root, Map<String, String> inherited) {
    Map<String, String> environment = new LinkedHashMap<>(inherited);
    environment.keySet().removeAll(PATHSPEC_VARIABLES);
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
  static Optional<Path> top(Path root) {
    for (Path folder = root.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
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

  private static String resolve(Path top, String value) {
    try {
      return top.resolve(value).toString();
    } catch (InvalidPathException notAPath) {
      return value;
    }
  }

  static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  /**
   * The git program on the PATH of this environment (a process builder would search that of the
   * virtual machine). Entries that are no absolute path are passed over: a repository that is being
   * checked must not bring its own git.
   */
  static Optional<Path> program(Map<String, String> environment) {
    boolean windows = java.io.File.separatorChar == '\\';
    String path =
        environment.entrySet().stream()
            .filter(
                entry ->
                    windows
                        ? entry.getKey().equalsIgnoreCase("PATH")
                        : entry.getKey().equals("PATH"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return Pattern.compile(java.io.File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .flatMap(folder -> executable(folder, windows ? "git.exe" : "git").stream())
        .findFirst();
  }

  private static Optional<Path> executable(String folder, String name) {
    try {
      Path file = Path.of(folder).resolve(name);
      return file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
