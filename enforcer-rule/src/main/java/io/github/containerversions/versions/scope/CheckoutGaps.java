package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitEnvironment;
import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import io.github.containerversions.versions.model.ContainerLayout;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What git knows of the containers and is not on disk: submodules that nobody initialised, and what
 * a sparse checkout leaves out. A file that is gone and that git calls deleted is no gap.
 */
final class CheckoutGaps {

  private final Path root;
  private final ContainerLayout containers;
  private final List<String> buildFiles;

  CheckoutGaps(Path root, ContainerLayout containers, List<String> buildFiles) {
    this.root = root;
    this.containers = containers;
    this.buildFiles = buildFiles;
  }

  /** Whether there may be any, by the disk alone, so that git is not asked without need. */
  boolean suspected(Map<String, String> environment) {
    Path top = GitEnvironment.top(root).orElse(root);
    return (Files.exists(top.resolve(".gitmodules")) && hasHollow())
        || Files.exists(
            GitEnvironment.gitDirectory(top, environment).resolve("info/sparse-checkout"));
  }

  /** A submodule that is not initialised is an empty folder. */
  private boolean hasHollow() {
    if (containers.byBuildFile()) {
      return true; // a folder may lie anywhere, and git is asked faster than all are listed
    }
    Path directory = root.resolve(containers.directory());
    if (isHollow(directory)) {
      return true;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory)) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder) && isHollow(folder)) {
          return true;
        }
      }
      return false;
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static boolean isHollow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * The gaps of a checkout that is compared with nothing, sorted by path.
   *
   * @param listed whether to look for more than the files that git was asked not to look at
   */
  List<CheckoutGap> find(
      ScopeRequest request, Repository repository, WorkTree workTree, boolean listed)
      throws GitFailure {
    Index index = repository.index("");
    if (!listed && index.isEmpty()) {
      return List.of();
    }
    Revisions revisions = repository.revisions(workTree.head(), "");
    Trees trees = listed ? repository.trees(workTree.head(), revisions, true) : Trees.NONE;
    Unseen unseen = new Unseen(request, index, repository.isSparse(), revisions.prefix());
    return find(trees, workTree.changes(), unseen);
  }

  /**
   * The gaps, sorted by path.
   *
   * @param trees what HEAD holds
   * @param changes what is changed locally, deleted among it; from the top of the working tree
   * @param unseen what git does not look at
   */
  List<CheckoutGap> find(Trees trees, Set<String> changes, Unseen unseen) {
    String prefix = unseen.prefix();
    Set<String> hidden = unseen.hidden();
    Set<CheckoutGap> gaps = new LinkedHashSet<>(unseen.removed());
    for (String path : trees.files()) {
      if (path.startsWith(prefix) && !changes.contains(path) && !hidden.contains(path)) {
        String file = path.substring(prefix.length());
        if (trees.submodules().contains(path)) {
          addSubmodule(gaps, file);
        } else {
          addFile(gaps, file);
        }
      }
    }
    if (gaps.isEmpty()) {
      return List.of();
    }
    List<CheckoutGap> sorted = new ArrayList<>(gaps);
    sorted.sort(Comparator.comparing(CheckoutGap::path));
    return sorted;
  }

  private void addSubmodule(Set<CheckoutGap> gaps, String submodule) {
    boolean isContainer = containers.parts(submodule).stream().anyMatch(it -> it.rest().isEmpty());
    if ((containers.leadsThrough(submodule) || isContainer) && isHollow(root.resolve(submodule))) {
      // Git takes an empty folder for a submodule as it should be; none at all, only when sparse.
      boolean there = Files.isDirectory(root.resolve(submodule));
      gaps.add(
          new CheckoutGap(
              there ? Kind.UNINITIALISED_SUBMODULE : Kind.OUTSIDE_SPARSE_CHECKOUT, submodule));
    }
  }

  private void addFile(Set<CheckoutGap> gaps, String file) {
    for (ContainerLayout.Part part : containers.parts(file)) {
      boolean isBuildFile = part.isChild() && buildFiles.contains(part.rest());
      boolean isPart = isBuildFile || (!part.rest().isEmpty() && !containers.byBuildFile());
      if (isPart && !exists(part.folder())) {
        gaps.add(new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, part.folder()));
      } else if (isBuildFile && !exists(file)) {
        gaps.add(new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, file));
      }
    }
  }

  private boolean exists(String file) {
    try {
      return Files.exists(root.resolve(file), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException unknown) {
      return true;
    }
  }
}
