package io.github.containerversions.versions;

import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Notice;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.site.ContainerFolders;
import io.github.containerversions.versions.site.dockerfile.DockerfileSite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run passes over, or cannot compare, for reasons of the layout: warnings, no findings. */
final class LayoutWarnings {
  private static final int MAX_NAMES = 20;

  private final Exemptions exemptions;
  private final List<Warning> warnings = new ArrayList<>();

  private LayoutWarnings(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  static List<Warning> of(
      ContainerLayout layout,
      ContainerFolders folders,
      List<CheckoutGap> gaps,
      List<ContainerResult> results,
      Exemptions exemptions) {
    LayoutWarnings all = new LayoutWarnings(exemptions);
    List<ContainerResult> checked = new ArrayList<>();
    for (ContainerResult result : results) {
      if (result.checked()) {
        checked.add(result);
      }
    }
    all.nothingToCompare(checked);
    for (ContainerFolders.Passed passed : folders.passed()) {
      all.passed(passed);
    }
    for (CheckoutGap gap : gaps) {
      if (layout.leadsThrough(gap.path())) {
        all.notOnDisk(gap);
      }
    }
    for (ContainerResult result : checked) {
      all.unread(result.container());
    }
    for (ContainerResult result : checked) {
      for (SiteReading each : result.readings()) {
        for (Warning warning : each.reading().warnings()) {
          all.add(result.container().name(), warning);
        }
      }
    }
    return all.warnings;
  }

  private void nothingToCompare(List<ContainerResult> checked) {
    List<String> alone = new ArrayList<>();
    for (ContainerResult result : checked) {
      if (result.isUncompared()) {
        alone.add(result.container().name());
      }
    }
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
          passed.name(),
          passed.folder()
              + " is a symbolic link that leads out of the repository or to git's own files, and is"
              + " not followed",
          "put a folder there if it is to be a container");
    } else {
      unread(
          passed.name(),
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
        gap.path(),
        gap.path() + " is not on disk, and may hold containers: " + gap.explanation(),
        gap.remedy());
  }

  private void unread(Container container) {
    List<String> read = new ArrayList<>(DockerfileSite.FILES);
    read.retainAll(container.buildFiles());
    for (String file : read.subList(Math.min(1, read.size()), read.size())) {
      unread(
          container.name(),
          container.path(file) + " is not read, as " + read.get(0) + " comes first",
          "keep one of the two");
    }
    if (!container.variants().isEmpty() && !container.buildFiles().isEmpty()) {
      unread(
          container.name(),
          container.directory()
              + " has "
              + String.join(", ", container.variants())
              + ", which is not read",
          "give it a folder of its own to have it checked");
    }
  }

  private void unread(String name, String message, String help) {
    add(name, new Warning(Notice.UNREAD_BUILD_FILE.id(), message, help));
  }

  /** Adds a warning about a container, unless that is exempt from it. */
  private void add(String name, Warning warning) {
    if (exemptions.fromEverything(name).isEmpty()
        && exemptions.fromRule(name, warning.rule()).isEmpty()) {
      warnings.add(warning);
    }
  }
}
