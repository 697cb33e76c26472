package io.github.containerversions.versions.scope;

import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import io.github.containerversions.versions.model.ContainerLayout;
import java.io.IOException;
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
 * a sparse checkout leaves out is not part of it.
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
    for (String path : ignored) {
      if (prefix.startsWith(path + "/")) {
        return true;
      }
    }
    return false;
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
      if (prefix.startsWith(path + "/")
          || (path.startsWith(prefix) && isNeeded(path.substring(prefix.length())))) {
        needed.add(path);
      }
    }
    return needed;
  }

  private boolean isNeeded(String file) {
    return isBuildFile(file)
        || mayHoldContainers(file)
        || request.inventoryFile().equals(file)
        || request.inventoryFile().startsWith(file + "/");
  }

  private boolean isBuildFile(String file) {
    return request.containers().parts(file).stream()
        .anyMatch(it -> it.isChild() && request.buildFiles().contains(it.rest()));
  }

  /**
   * Whether a file or folder is a container's, or leads to some. Where other folders lie beside the
   * containers, such as one with the results of a build, the disk is asked for build files.
   */
  private boolean mayHoldContainers(String file) {
    ContainerLayout containers = request.containers();
    boolean isContainer = containers.parts(file).stream().anyMatch(it -> it.rest().isEmpty());
    if (!containers.byBuildFile()) {
      return isContainer || containers.leadsThrough(file);
    }
    if (isContainer && hasBuildFile(file)) {
      return true;
    }
    try {
      for (FolderGlob glob : containers.globs()) {
        if (glob.leadsThrough(file)
            && Files.isDirectory(request.repositoryRoot().resolve(file))
            && glob.below(request.repositoryRoot(), file).folders().stream()
                .anyMatch(this::hasBuildFile)) {
          return true;
        }
      }
      return false;
    } catch (IOException unlistable) {
      return true;
    }
  }

  private boolean hasBuildFile(String folder) {
    return request.buildFiles().stream().anyMatch(it -> exists(prefix + folder + "/" + it));
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
