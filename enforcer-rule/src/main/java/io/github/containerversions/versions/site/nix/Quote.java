package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.model.VersionText;

/** Text from a file as messages show it: on one line, and cut where it is long. */
final class Quote {
  private static final int LONGEST = 80;

  /** How far to look for something that is not blank. */
  private static final int FARTHEST = 1000;

  private Quote() {}

  static String of(String text) {
    return of(text, 0, text.length());
  }

  /** A value, where it stands in the code as it is; any other may be what a file holds. */
  static String value(Value.Text text) {
    boolean literal =
        text.origin().wholeFile() == null && text.origin().written().contains(text.value());
    return literal
        ? of(text.value())
        : "a text of " + VersionText.characters(text.value().length());
  }

  static String of(String text, int start, int end) {
    StringBuilder line = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      boolean enough = line.length() >= LONGEST || i - start >= FARTHEST;
      if (enough && i + 1 < end && !Character.isHighSurrogate(c)) {
        return line.append('…').toString();
      }
    }
    return line.toString();
  }
}
