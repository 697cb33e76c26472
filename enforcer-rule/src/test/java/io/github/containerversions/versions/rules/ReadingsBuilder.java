package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What sites say of the container {@code ntfy}, for tests: each literal stands on line 3. */
final class ReadingsBuilder {
  private final List<SiteReading> readings = new ArrayList<>();

  static ReadingsBuilder ntfy() {
    return new ReadingsBuilder();
  }

  ReadingsBuilder says(Site site, String version) {
    return says(site, version, site.equals(Sites.INVENTORY) ? '"' + version + '"' : version);
  }

  ReadingsBuilder says(Site site, String version, String written) {
    String lead = site.equals(Sites.DOCKERFILE) ? "ARG CONTAINER_APP_VERSION=" : "";
    return put(
        site,
        Reading.declared(List.of(new Declaration(version, written, span(site), false, lead))));
  }

  /** The site's command answers. */
  ReadingsBuilder answers(Site site, String version) {
    FileLocation file = new FileLocation(file(site));
    return put(site, Reading.declared(List.of(new Declaration(version, version, file, true))));
  }

  ReadingsBuilder fails(Site site, Problem.Kind kind, String message) {
    return put(site, Reading.problem(Problem.of(kind, message, "help of " + message, span(site))));
  }

  /** Replaces what the site said before. */
  ReadingsBuilder put(Site site, Reading reading) {
    readings.removeIf(it -> it.site().equals(site));
    readings.add(new SiteReading(site, reading));
    readings.sort(Comparator.comparing(it -> Sites.ALL.indexOf(it.site())));
    return this;
  }

  ContainerReadings build() {
    List<String> buildFiles =
        readings.stream()
            .map(SiteReading::site)
            .filter(it -> !it.equals(Sites.INVENTORY))
            .map(Site::title)
            .toList();
    return new ContainerReadings(
        new Container("ntfy", "containers/ntfy", "ntfy", buildFiles), readings);
  }

  static SourceSpan span(Site site) {
    return new SourceSpan(file(site), 3, 5, 3, 9);
  }

  private static String file(Site site) {
    return site.equals(Sites.INVENTORY) ? site.title() : "containers/ntfy/" + site.title();
  }
}
