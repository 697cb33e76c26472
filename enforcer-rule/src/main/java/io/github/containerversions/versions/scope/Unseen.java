package io.github.containerversions.versions.scope;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code git status} does not compare, so that its silence says nothing: files with the
 * assume-unchanged or skip-worktree bit, and what it ignores although a verdict depends on it. What
 * a sparse checkout leaves out is none of it.
 *
 * @param sparse whether the skip-worktree bit may mean that a file is left out on purpose
 * @param prefix the path from the top of the working tree to the root
 */
record Unseen(ScopeRequest request, Index index, boolean sparse, String prefix) {

  /** Files that git does not look at; from the top of the working tree. */
  Set<String> hidden() {
    Set<String> hidden = new LinkedHashSet<>(index.assumedUnchanged());
    for (String path : index.skipped()) {
      if (!sparse || exists(path)) {
        hidden.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
      }
    }
    return hidden;
  }

  /** The build files among them that are not on disk, as gaps from the root. */
  List<CheckoutGap> removed() {
    List<CheckoutGap> removed = new ArrayList<>();
    for (String path : hidden()) {
      if (path.startsWith(prefix) && !exists(path)) {
        String file = path.substring(prefix.length());
        if (isBuildFile(file)) {
          removed.add(
              new CheckoutGap(
                  index.skipped().contains(path)
                      ? Kind.HIDDEN_BY_SKIP_WORKTREE
                      : Kind.HIDDEN_BY_ASSUME_UNCHANGED,
                  file));
        }
      }
    }
    return removed;
  }

  /** Whether git ignores the root itself, so that it says nothing of what is in it. */
  boolean coversRoot(Set<String> ignored) {
    return ignored.stream().anyMatch(path -> prefix.startsWith(path + "/"));
  }

  /**
   * What a verdict depends on among what git ignores: build files, the inventory, and folders that
   * hold them. Nobody can say when they changed.
   *
   * @param ignored from the top of the working tree
   */
  Set<String> needed(Set<String> ignored) {
    Set<String> needed = new LinkedHashSet<>();
    for (String path : ignored) {
      if ((prefix + request.containersDirectory() + "/").startsWith(path + "/")
          || (path.startsWith(prefix) && isNeeded(path.substring(prefix.length())))) {
        needed.add(path);
      }
    }
    return needed;
  }

  private boolean isNeeded(String file) {
    return isBuildFile(file)
        || inContainers(file).length == 1
        || request.inventoryFile().equals(file)
        || request.inventoryFile().startsWith(file + "/");
  }

  private boolean isBuildFile(String file) {
    String[] names = inContainers(file);
    return names.length == 2 && request.buildFiles().contains(names[1]);
  }

  /** The names below the containers folder; none for what lies elsewhere or in a dot folder. */
  private String[] inContainers(String path) {
    String folder = request.containersDirectory() + "/";
    return path.startsWith(folder) && !path.startsWith(".", folder.length())
        ? path.substring(folder.length()).split("/", -1)
        : new String[0];
  }

  private boolean exists(String path) {
    try {
      return path.startsWith(prefix)
          && Files.exists(
              request.repositoryRoot().resolve(path.substring(prefix.length())),
              LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException unknown) {
      return true;
    }
  }
}
