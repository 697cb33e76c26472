package io.github.containerversions.versions;

import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Notice;
import io.github.containerversions.versions.site.ContainerFolders;
import io.github.containerversions.versions.site.dockerfile.DockerfileSite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run passes over, or cannot compare, for reasons of the layout: warnings, no findings. */
final class LayoutWarnings {
  private static final int MAX_NAMES = 20;

  private final List<Warning> warnings = new ArrayList<>();

  private LayoutWarnings() {}

  static List<Warning> of(
      ContainerLayout layout,
      ContainerFolders folders,
      List<CheckoutGap> gaps,
      List<ContainerResult> results) {
    LayoutWarnings all = new LayoutWarnings();
    List<ContainerResult> checked = results.stream().filter(ContainerResult::checked).toList();
    all.nothingToCompare(checked);
    folders.passed().forEach(all::passed);
    gaps.stream().filter(it -> layout.leadsThrough(it.path())).forEach(all::notOnDisk);
    checked.forEach(it -> all.unread(it.container()));
    for (ContainerResult result : checked) {
      result.readings().forEach(it -> all.warnings.addAll(it.reading().warnings()));
    }
    return all.warnings;
  }

  private void nothingToCompare(List<ContainerResult> checked) {
    List<String> alone =
        checked.stream()
            .filter(ContainerResult::isUncompared)
            .map(it -> it.container().name())
            .toList();
    if (!alone.isEmpty()) {
      int more = alone.size() - MAX_NAMES;
      warnings.add(
          new Warning(
              Notice.NOTHING_TO_COMPARE.id(),
              "nothing to compare with for "
                  + alone.stream().limit(MAX_NAMES).collect(Collectors.joining(", "))
                  + (more > 0 ? " and " + more + " more" : "")
                  + ", where the version is declared in one place",
              "declare it in a second place to have both compared"));
    }
  }

  private void passed(ContainerFolders.Passed passed) {
    if (passed.variants().isEmpty()) {
      unread(
          passed.folder()
              + " is a symbolic link that leads out of the repository or to git's own files, and is"
              + " not followed",
          "put a folder there if it is to be a container");
    } else {
      unread(
          passed.folder()
              + " has "
              + String.join(", ", passed.variants())
              + ", which is not read, and no Dockerfile",
          "name it Dockerfile to have it checked");
    }
  }

  /** A submodule that containers may lie in. */
  private void notOnDisk(CheckoutGap gap) {
    unread(
        gap.path() + " is not on disk, and may hold containers: " + gap.explanation(),
        gap.remedy());
  }

  private void unread(Container container) {
    List<String> read =
        DockerfileSite.FILES.stream().filter(container.buildFiles()::contains).toList();
    for (String file : read.subList(Math.min(1, read.size()), read.size())) {
      unread(
          container.path(file) + " is not read, as " + read.get(0) + " comes first",
          "keep one of the two");
    }
    if (!container.variants().isEmpty() && !container.buildFiles().isEmpty()) {
      unread(
          container.directory()
              + " has "
              + String.join(", ", container.variants())
              + ", which is not read",
          "give it a folder of its own to have it checked");
    }
  }

  private void unread(String message, String help) {
    warnings.add(new Warning(Notice.UNREAD_BUILD_FILE.id(), message, help));
  }
}
