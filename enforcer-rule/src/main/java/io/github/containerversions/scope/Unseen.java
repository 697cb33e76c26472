package io.github.containerversions.scope;

import io.github.containerversions.model.CheckoutGap;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code git status} does not look at, so that its silence says nothing: files with the
 * assume-unchanged or skip-worktree bit, and containers of which git tracks nothing. What a sparse
 * checkout leaves out is none of it.
 */
final class Unseen {

  private final ScopeRequest request;
  private final Index index;
  private final boolean sparse;
  private final String prefix;

  Unseen(ScopeRequest request, Index index, boolean sparse, String prefix) {
    this.request = request;
    this.index = index;
    this.sparse = sparse;
    this.prefix = prefix;
  }

  /** Paths from the top of the working tree that count as changed. */
  Set<String> paths() {
    Set<String> paths = hidden();
    Path containers = request.repositoryRoot().resolve(request.containersDirectory());
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(containers)) {
      for (Path folder : folders) {
        String path = prefix + request.containersDirectory() + "/" + folder.getFileName();
        if (Files.isDirectory(folder) && !index.tracks(path) && !lies(path)) {
          paths.add(path);
        }
      }
    } catch (IOException unreadable) {
      // No folder of containers, no container that git does not track.
    }
    return paths;
  }

  /** Whether a path is in a submodule, whose index is another. */
  private boolean lies(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (index.tracked().contains(path.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  /** What is not on disk although git says nothing of it, as gaps from the root. */
  List<CheckoutGap> removed(CheckoutGaps gaps) {
    List<CheckoutGap> removed = new ArrayList<>();
    for (String path : hidden()) {
      if (path.startsWith(prefix)) {
        gaps.of(path.substring(prefix.length())).stream()
            .filter(gap -> !removed.contains(gap))
            .forEach(removed::add);
      }
    }
    return removed;
  }

  private Set<String> hidden() {
    Set<String> hidden = new LinkedHashSet<>(index.assumedUnchanged());
    for (String path : index.skipped()) {
      if (!sparse || exists(path)) {
        hidden.add(path);
      }
    }
    return hidden;
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
