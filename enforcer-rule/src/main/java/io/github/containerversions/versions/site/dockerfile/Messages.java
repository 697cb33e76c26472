package io.github.containerversions.versions.site.dockerfile;

/** Text from a file as messages show it. */
final class Messages {
  private static final int LONGEST = 60;

  private Messages() {}

  /** A text, cut where it is long. */
  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** A text in single quotes, cut where it is long. */
  static String quoted(String text) {
    return "'" + cut(text) + "'";
  }
}
