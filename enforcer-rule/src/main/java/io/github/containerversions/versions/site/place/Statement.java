package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceText;

/** What was found in a file of a place, before its form is looked at. */
sealed interface Statement {

  /** The names that it gives; whose it is depends on the path of the file as well. */
  Names names();

  /**
   * A text that a version may be in.
   *
   * @param text the file that it stands in
   * @param start its first character, an offset
   * @param end the offset just after its last one
   * @param value what it means, escapes resolved
   */
  record Tag(Names names, SourceText text, int start, int end, String value) implements Statement {}

  /** Something that states no version: a digest alone, a variable. */
  record NoVersion(Names names, SourceText text, int start, int end, String why)
      implements Statement {}

  /** Something that cannot be read. */
  record Unreadable(Names names, Problem problem) implements Statement {}
}
