package io.github.containerversions.scope;

import io.github.containerversions.model.BuildFile;
import io.github.containerversions.model.Container;
import io.github.containerversions.model.Scope;
import io.github.containerversions.model.Scope.Changes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells for each container whether it is in scope. */
public final class Touched {

  private final Scope scope;
  private final Path root;

  /**
   * Asks of a scope.
   *
   * @param root the repository root that the scope was found for
   */
  public Touched(Scope scope, Path root) {
    this.scope = scope;
    this.root = root;
  }

  /**
   * Whether a container is in scope: a file in its folder has changed, or one that its verdict
   * depends on. Where either is a symbolic link, so does what the link leads to: git tells the
   * change of a file by its own place.
   *
   * @param followed the files that the container's readers followed, from the repository root
   */
  public boolean covers(Container container, Set<String> followed) {
    if (!(scope.changes() instanceof Changes.Files files)) {
      return true;
    }
    Set<String> dependencies = new LinkedHashSet<>(followed);
    dependencies.add(container.directory());
    for (BuildFile file : BuildFile.values()) {
      dependencies.add(container.path(file));
    }
    return dependencies.stream().anyMatch(path -> files.touch(path) || files.touch(realPath(path)));
  }

  /** Where a path leads, from the root; the path itself where it leads nowhere. */
  private String realPath(String path) {
    try {
      Path realRoot = root.toRealPath();
      Path real = root.resolve(path).toRealPath();
      return real.startsWith(realRoot)
          ? realRoot.relativize(real).toString().replace(java.io.File.separatorChar, '/')
          : path;
    } catch (IOException | InvalidPathException leadsNowhere) {
      return path;
    }
  }
}
