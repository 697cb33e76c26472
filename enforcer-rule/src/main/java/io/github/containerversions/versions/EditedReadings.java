package io.github.containerversions.versions;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import java.util.List;

/** What the sites of one container read, in files as they are and as an edit would make them. */
final class EditedReadings {
  private final VersionSettings settings;
  private final Container container;
  private final String version;

  /**
   * The readings of a container.
   *
   * @param version the version that all of them are to say, normalised
   */
  EditedReadings(VersionSettings settings, Container container, String version) {
    this.settings = settings;
    this.container = container;
    this.version = version;
  }

  List<SiteReading> of(RepositoryFiles source) {
    return new SiteList(source, settings).read(List.of(container), it -> true).get(0).readings();
  }

  SiteReading at(RepositoryFiles source, int site) {
    return of(source).get(site);
  }

  int indexOf(RepositoryFiles source, Site site) {
    List<SiteReading> readings = of(source);
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).site().id().equals(site.id())) {
        return i;
      }
    }
    throw new IllegalStateException(site.id());
  }

  /** The leading v that the build files of a container have. */
  String prefix(RepositoryFiles source) {
    return of(source).stream()
            .filter(it -> it.site().role() == Site.Role.BUILD_FILE)
            .flatMap(it -> it.reading().version().stream())
            .anyMatch(it -> !VersionText.normalise(it.version()).equals(it.version().strip()))
        ? "v"
        : "";
  }

  /** Whether as many declarations as before are there, and one more of them says the version. */
  boolean oneMoreSays(
      RepositoryFiles before, RepositoryFiles after, int site, Declaration declaration) {
    Reading old = at(before, site).reading();
    Reading now = at(after, site).reading();
    return now.problems().isEmpty()
        && now.declarations().size() == old.declarations().size()
        && count(now) > count(old)
        && VersionText.normalise(
                now.declarations().get(old.declarations().indexOf(declaration)).version())
            .equals(version);
  }

  /** How many declarations say the version. */
  long count(Reading reading) {
    return reading.declarations().stream()
        .filter(it -> VersionText.normalise(it.version()).equals(version))
        .count();
  }
}
