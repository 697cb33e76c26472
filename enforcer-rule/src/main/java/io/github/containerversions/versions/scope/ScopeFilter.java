package io.github.containerversions.versions.scope;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.TrackedFolders;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** Decides for each container whether it is in scope. */
public final class ScopeFilter {

  private final Scope scope;
  private final SymbolicLinks links;
  private final TrackedFolders tracked;

  /**
   * Asks of a scope.
   *
   * @param root the repository root that the scope was found for
   */
  public ScopeFilter(Scope scope, Path root) {
    this(scope, root, TrackedFolders.NONE);
  }

  /**
   * The same, where git knows more.
   *
   * @param tracked folders in which nothing has changed, and no link is
   */
  public ScopeFilter(Scope scope, Path root, TrackedFolders tracked) {
    this.scope = scope;
    this.tracked = tracked;
    this.links = new SymbolicLinks(root);
  }

  /**
   * Whether a container is in scope: a file in its folder has changed, or one that its verdict
   * depends on, or what either leads to as a symbolic link.
   *
   * @param followed the files that the container's readers followed, from the repository root;
   *     asked only where nothing cheaper decides
   */
  public boolean covers(Container container, Supplier<Set<String>> followed) {
    if (!(scope.changes() instanceof Changes.Files files)) {
      return true;
    }
    for (CheckoutGap gap : container.gaps()) {
      if (gap.kind() == CheckoutGap.Kind.UNNAMEABLE) {
        return true; // what git calls it cannot be compared with what it is called here
      }
    }
    if (files.paths().isEmpty()) {
      return false;
    }
    if (!tracked.contains(container.directory()) && isTouched(files, container)) {
      return true;
    }
    for (String path : followed.get()) {
      if (isTouched(files, path)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTouched(Changes.Files files, Container container) {
    if (isTouched(files, container.directory())) {
      return true;
    }
    for (String file : container.buildFiles()) {
      if (isTouched(files, container.path(file))) {
        return true;
      }
    }
    return false;
  }

  /** Links are rare, and thousands of paths are asked about. */
  private boolean isTouched(Changes.Files files, String path) {
    return files.touch(path) || (links.mayLieOn(path) && files.touchAny(links.placesOf(path)));
  }
}
