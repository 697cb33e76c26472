package io.github.containerversions.source.nix;

import io.github.containerversions.model.SourceSpan;
import io.github.containerversions.source.SourceText;

/** A stretch of the text of one file, by offsets, the end exclusive. */
record Place(SourceText text, int start, int end) {
  static Place of(SourceText text, Expr expr) {
    return new Place(text, expr.start(), expr.end());
  }

  SourceSpan span() {
    return text.span(start, end);
  }

  String written() {
    return text.content().substring(start, end);
  }

  /** The text as messages show it. */
  String quote() {
    return Quote.of(text.content(), start, end);
  }
}
