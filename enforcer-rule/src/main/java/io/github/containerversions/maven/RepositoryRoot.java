package io.github.containerversions.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the folder that relative paths start from. */
final class RepositoryRoot {

  private RepositoryRoot() {}

  /**
   * The nearest ancestor that holds {@code .git} (a file in worktrees and submodules); without one,
   * the nearest that holds {@code .mvn}; without one, the execution root.
   *
   * @param module the folder of the module that runs the rule
   * @param executionRoot the folder that Maven was started on
   */
  static Path find(Path module, Path executionRoot) {
    for (String name : List.of(".git", ".mvn")) {
      for (Path folder = module.toAbsolutePath().normalize();
          folder != null;
          folder = folder.getParent()) {
        if (Files.exists(folder.resolve(name))) {
          return folder;
        }
      }
    }
    return executionRoot.toAbsolutePath().normalize();
  }
}
