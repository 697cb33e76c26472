package io.github.containerversions.versions.rules;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Source;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the rules know of one container.
 *
 * @param container the container
 * @param readings what each source says; a source that the container does not use is absent, the
 *     inventory always speaks
 */
public record ContainerReadings(Container container, Map<Source, Reading> readings) {

  public ContainerReadings {
    readings = java.util.Collections.unmodifiableMap(new EnumMap<>(readings));
  }

  Optional<Reading> reading(Source source) {
    return Optional.ofNullable(readings.get(source));
  }

  /** The version that all sources that have one agree on: as written, where all write it so. */
  Optional<String> agreed() {
    List<String> versions = versions().stream().map(it -> it.version().strip()).distinct().toList();
    if (versions.size() == 1) {
      return Optional.of(versions.get(0));
    }
    List<String> normalised = versions.stream().map(VersionText::normalise).distinct().toList();
    return normalised.size() == 1 ? Optional.of(normalised.get(0)) : Optional.empty();
  }

  /** The version that each source stands for, in the order of {@link Source}. */
  List<Declaration> versions() {
    List<Declaration> versions = new ArrayList<>();
    for (Reading reading : readings.values()) {
      reading.version().ifPresent(versions::add);
    }
    return versions;
  }
}
