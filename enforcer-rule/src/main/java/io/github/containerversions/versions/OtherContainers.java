package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.versions.edit.EditedFiles;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.SiteReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Holds edits against the containers that they are not meant for. Their build files are read only
 * where they depend on a file that was edited; inventory and places are shared by all.
 */
final class OtherContainers {
  private final VersionSettings settings;
  private final List<Container> all;
  private final SiteList before;

  OtherContainers(VersionSettings settings, List<Container> all) {
    this.settings = settings;
    this.all = List.copyOf(all);
    this.before = new SiteList(new DiskFiles(settings.root()), settings);
  }

  /**
   * Compares what all others say before and after the edits.
   *
   * @param changed the containers that the edits are meant for
   * @throws CannotCheckException where one of the others would say something else than before
   */
  void refuseChange(EditedFiles files, Set<Container> changed) throws CannotCheckException {
    Set<String> edited = files.edited().keySet();
    if (edited.isEmpty()) {
      return;
    }
    SiteList after = new SiteList(files, settings);
    for (Container other : all) {
      if (changed.contains(other)) {
        continue;
      }
      boolean builtFrom = !Collections.disjoint(before.dependencies(other), edited);
      if (!versions(before, other, builtFrom).equals(versions(after, other, builtFrom))) {
        throw new CannotCheckException(
            "nothing is changed: the version of "
                + other.name()
                + " comes from the same place in "
                + String.join(", ", edited));
      }
    }
  }

  private static List<String> versions(SiteList sites, Container container, boolean buildFiles) {
    List<SiteReading> readings = new ArrayList<>(sites.shared(container));
    if (buildFiles) {
      readings.addAll(sites.buildFiles(container).readings());
    }
    List<String> versions = new ArrayList<>();
    for (SiteReading each : readings) {
      each.reading().declarations().forEach(it -> versions.add(each.site().id() + it.version()));
      each.reading().problems().forEach(it -> versions.add(each.site().id() + it.message()));
    }
    return versions;
  }
}
