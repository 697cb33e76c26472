package io.github.containerversions.source.nix;

import io.github.containerversions.model.SourceSpan;
import io.github.containerversions.source.SourceText;

/** A stretch of the text of one file, by offsets, the end exclusive. */
record Place(SourceText text, int start, int end) {
  private static final int LONGEST_QUOTE = 60;

  static Place of(SourceText text, Expr expr) {
    return new Place(text, expr.start(), expr.end());
  }

  SourceSpan span() {
    return text.span(start, end);
  }

  String written() {
    return text.content().substring(start, end);
  }

  boolean holds(Place other) {
    return text.file().equals(other.text.file()) && start <= other.start && other.end <= end;
  }

  /** The text on one line, for a message; cut where it is long. */
  String quote() {
    StringBuilder line = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = text.content().charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      if (line.length() >= LONGEST_QUOTE && !Character.isHighSurrogate(c)) {
        return line.append('…').toString();
      }
    }
    return line.toString();
  }
}
