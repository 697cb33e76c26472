package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.core.text.OneLine;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.site.BuildFileSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a layout that the repository does not have, and says what is there instead. */
final class LayoutCheck {
  private static final int MAX_SHOWN = 3;

  private final Path root;
  private final ContainerLayout layout;
  private final List<String> buildFiles;

  LayoutCheck(Path root, ContainerLayout layout, List<String> buildFiles) {
    this.root = root;
    this.layout = layout;
    this.buildFiles = buildFiles;
  }

  /** The folder itself may be, or lie in, what git knows and did not put on disk. */
  void refuseWithoutFolder(List<CheckoutGap> gaps) throws CannotCheckException {
    for (CheckoutGap gap : gaps) {
      if (layout.liesIn(gap.path())) {
        throw new CannotCheckException(
            gap.path() + " is not on disk: " + gap.explanation() + "; " + gap.remedy());
      }
    }
    if (!Files.isDirectory(root.resolve(layout.directory()))) {
      throw new CannotCheckException(
          "there is no folder "
              + layout.directory()
              + " in the repository root; set <containersDirectory> to the folder whose child"
              + " folders are the containers, or <repositoryRoot> to the folder it is in"
              + found());
    }
  }

  /** Refuses where there is no container, or two cannot be told apart. */
  void refuse(List<Container> containers) throws CannotCheckException {
    if (layout.directory().isEmpty()) {
      for (FolderGlob glob : layout.globs()) {
        refuseUnmatched(glob, containers);
      }
    } else if (containers.isEmpty()) {
      throw new CannotCheckException(
          layout.byBuildFile()
              ? "no folder in the repository root holds a build file; set <containersDirectory> to the"
                  + " folder whose child folders are the containers, or <containers> to globs of"
                  + " them"
                  + found()
              : "the folder "
                  + layout.directory()
                  + " holds no container; each child folder is one, but for those whose name starts"
                  + " with a dot. Is <containersDirectory> right, and is the checkout complete?"
                  + found());
    }
    if (layout.globs().size() > 1) {
      refuseOverlap(containers);
    }
    if (layout.byBuildFile()) {
      refuseSameName(containers);
    }
  }

  private void refuseUnmatched(FolderGlob glob, List<Container> containers)
      throws CannotCheckException {
    if (containers.stream().noneMatch(it -> glob.nameOf(it.directory()).isPresent())) {
      throw new CannotCheckException("<containers> has " + glob + unmatched(glob) + found());
    }
  }

  private String unmatched(FolderGlob glob) {
    List<String> folders;
    try {
      folders = glob.below(root, "").folders();
    } catch (IOException unlistable) {
      folders = List.of();
    }
    return folders.isEmpty()
        ? ", which matches no folder"
        : ", which matches only folders without a build file: "
            + listed(folders.stream().sorted().toList());
  }

  private void refuseOverlap(List<Container> containers) throws CannotCheckException {
    for (Container container : containers) {
      List<String> matching =
          layout.globs().stream()
              .filter(it -> it.nameOf(container.directory()).isPresent())
              .map(FolderGlob::toString)
              .toList();
      if (matching.size() > 1) {
        throw new CannotCheckException(
            "<containers> has "
                + String.join(" and ", matching)
                + ", which both match "
                + OneLine.of(container.directory())
                + "; a folder is one container, so write them so that only one does");
      }
    }
  }

  private static void refuseSameName(List<Container> containers) throws CannotCheckException {
    for (int i = 1; i < containers.size(); i++) {
      Container one = containers.get(i - 1);
      Container other = containers.get(i);
      if (one.name().equals(other.name())) {
        throw new CannotCheckException(
            "two containers are named "
                + OneLine.of(one.name())
                + ": "
                + OneLine.of(one.directory())
                + " and "
                + OneLine.of(other.directory())
                + "; the name is what the wildcards match, so write a wildcard where the folders"
                + " differ, such as {apps,images}/*");
      }
    }
  }

  /** The folders that hold build files, to choose the right name from. */
  private String found() {
    String folders = new BuildFileSearch(root, buildFiles).inWords();
    return folders.isEmpty() ? "" : "; build files are in " + OneLine.of(folders);
  }

  private static String listed(List<String> folders) {
    int more = folders.size() - MAX_SHOWN;
    return OneLine.of(folders.stream().limit(MAX_SHOWN).collect(Collectors.joining(", ")))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
