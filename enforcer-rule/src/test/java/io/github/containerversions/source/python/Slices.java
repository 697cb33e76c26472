package io.github.containerversions.source.python;

import io.github.containerversions.model.Location;
import io.github.containerversions.model.SourceSpan;

/** Cuts out of a text what a span names, by its documented meaning and nothing of ours. */
final class Slices {

  private Slices() {}

  static String slice(String text, Location location) {
    SourceSpan span = (SourceSpan) location;
    return text.substring(
        offset(text, span.line(), span.column()), offset(text, span.endLine(), span.endColumn()));
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(start, column - 1);
  }
}
