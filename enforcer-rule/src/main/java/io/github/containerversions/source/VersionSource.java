package io.github.containerversions.source;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.Reading;
import java.util.Optional;

/** A place that may declare the version of a container. */
@FunctionalInterface
public interface VersionSource {

  /** What the source says of a container; empty where the container does not use the source. */
  Optional<Reading> read(Container container);
}
