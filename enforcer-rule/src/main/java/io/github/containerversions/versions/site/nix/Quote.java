package io.github.containerversions.versions.site.nix;

/** Text from a file as messages show it: on one line, and cut where it is long. */
final class Quote {
  private static final int LONGEST = 80;

  private Quote() {}

  static String of(String text) {
    return of(text, 0, text.length());
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
      if (line.length() >= LONGEST && i + 1 < end && !Character.isHighSurrogate(c)) {
        return line.append('…').toString();
      }
    }
    return line.toString();
  }
}
