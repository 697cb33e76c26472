package io.github.containerversions.pushes.shell;

import io.github.containerversions.core.text.Location;

/** The way from offsets in a value, as YAML gives it, to the place in the file. */
@FunctionalInterface
public interface Positions {

  /**
   * Where a part of the value stands.
   *
   * @param start the offset of its first character, in UTF-16 units
   * @param end the offset just after its last
   */
  Location of(int start, int end);
}
