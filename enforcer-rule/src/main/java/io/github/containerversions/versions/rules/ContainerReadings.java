package io.github.containerversions.versions.rules;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the rules know of one container, and so all that a report can show of its files: what
 * must not be shown ends here.
 *
 * @param container the container
 * @param readings what each site says that the container uses, in the order of the sites
 */
public record ContainerReadings(Container container, List<SiteReading> readings) {

  public ContainerReadings {
    readings =
        readings.stream().map(it -> new SiteReading(it.site(), it.reading().showable())).toList();
  }

  /** The version that all sites that have one agree on: as written, where all write it so. */
  Optional<String> agreed() {
    List<String> versions = versions().stream().map(it -> it.version().strip()).distinct().toList();
    if (versions.size() == 1) {
      return Optional.of(versions.get(0));
    }
    List<String> normalised = versions.stream().map(VersionText::normalise).distinct().toList();
    return normalised.size() == 1 ? Optional.of(normalised.get(0)) : Optional.empty();
  }

  /** The version that each site stands for, in the order of the sites. */
  List<SiteDeclaration> versions() {
    List<SiteDeclaration> versions = new ArrayList<>();
    for (SiteReading each : readings) {
      each.reading().version().ifPresent(it -> versions.add(new SiteDeclaration(each.site(), it)));
    }
    return versions;
  }
}
