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

  /** What all sites say that the container uses, in their order. */
  List<SiteReading> all(RepositoryFiles source) {
    return new SiteList(source, settings).read(List.of(container), it -> true).get(0).readings();
  }

  /** What one site says that the container uses; only that one is read. */
  Reading of(RepositoryFiles source, Site site) {
    return SiteList.read(source, settings, container, site.id()).orElseThrow().reading();
  }

  /** The leading v that the build files of a container have. */
  String prefix(RepositoryFiles source) {
    return all(source).stream()
            .filter(it -> it.site().role() == Site.Role.BUILD_FILE)
            .flatMap(it -> it.reading().version().stream())
            .anyMatch(it -> !VersionText.normalise(it.version()).equals(it.version().strip()))
        ? "v"
        : "";
  }

  /**
   * Whether the edits between two states made more declarations say the version, and all are there.
   *
   * @param gained how many at least
   */
  boolean say(RepositoryFiles before, RepositoryFiles after, Site site, int gained) {
    Reading old = of(before, site);
    Reading now = of(after, site);
    return now.problems().isEmpty()
        && now.declarations().size() == old.declarations().size()
        && count(now) >= count(old) + gained;
  }

  /** Whether one more declaration says the version, this one. */
  boolean says(RepositoryFiles before, RepositoryFiles after, Site site, Declaration declaration) {
    int at = of(before, site).declarations().indexOf(declaration);
    return say(before, after, site, 1)
        && VersionText.normalise(of(after, site).declarations().get(at).version()).equals(version);
  }

  private long count(Reading reading) {
    return reading.declarations().stream()
        .filter(it -> VersionText.normalise(it.version()).equals(version))
        .count();
  }
}
