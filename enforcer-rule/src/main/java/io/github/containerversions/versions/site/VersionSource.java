package io.github.containerversions.versions.site;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import java.util.Optional;

/** A place that may declare the version of a container. */
@FunctionalInterface
public interface VersionSource {

  /** What the source says of a container; empty where the container does not use the source. */
  Optional<Reading> read(Container container);
}
