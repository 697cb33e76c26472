package io.github.containerversions.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    Path from = module.toAbsolutePath().normalize();
    return nearestWith(".git", from)
        .or(() -> nearestWith(".mvn", from))
        .orElseGet(() -> executionRoot.toAbsolutePath().normalize());
  }

  private static Optional<Path> nearestWith(String name, Path from) {
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(name))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
