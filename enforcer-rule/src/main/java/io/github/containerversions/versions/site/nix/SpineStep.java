package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;

/** A stretch of the text of one file, by offsets, the end exclusive. */
record SpineStep(SourceText text, int start, int end) {
  static SpineStep of(SourceText text, Expr expr) {
    return new SpineStep(text, expr.start(), expr.end());
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
