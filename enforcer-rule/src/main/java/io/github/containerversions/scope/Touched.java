package io.github.containerversions.scope;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.Scope;
import io.github.containerversions.model.Scope.Changes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells for each container whether it is in scope.
 *
 * <p>Git tells the change of a file by its own place, so a symbolic link counts for the place that
 * it leads to as well.
 */
public final class Touched {

  private final Scope scope;
  private final Path root;
  private final Path realRoot;

  /**
   * Asks of a scope.
   *
   * @param root the repository root that the scope was found for
   */
  public Touched(Scope scope, Path root) {
    this.scope = scope;
    this.root = root;
    this.realRoot = real(root);
  }

  /**
   * Whether a container is in scope: a file in its folder has changed, or one that its verdict
   * depends on.
   *
   * @param followed the files that the container's readers followed, from the repository root;
   *     asked only where nothing else decides
   */
  public boolean covers(Container container, Supplier<Set<String>> followed) {
    if (!(scope.changes() instanceof Changes.Files files)) {
      return true;
    }
    if (files.paths().isEmpty()) {
      return false;
    }
    return files.touch(container.directory())
        || leadsToTouched(files, container.directory())
        || container.buildFiles().stream()
            .map(container::path)
            .anyMatch(path -> isLink(path) && leadsToTouched(files, path))
        || followed.get().stream()
            .anyMatch(path -> files.touch(path) || leadsToTouched(files, path));
  }

  private boolean leadsToTouched(Changes.Files files, String path) {
    try {
      Path real = real(root.resolve(path));
      return real.startsWith(realRoot)
          && files.touch(realRoot.relativize(real).toString().replace(File.separatorChar, '/'));
    } catch (InvalidPathException leadsNowhere) {
      return false;
    }
  }

  private boolean isLink(String path) {
    return Files.isSymbolicLink(root.resolve(path));
  }

  /** Where a path leads; the path itself where it leads nowhere. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException leadsNowhere) {
      return path;
    }
  }
}
