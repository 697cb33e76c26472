package io.github.containerversions.versions.rules;

import io.github.containerversions.versions.model.Declaration;

/** A declaration as it stands in its file. */
final class Written {
  private static final int LONGEST = 60;

  private Written() {}

  /** The text in the file and, where that is not the same thing, the value that it gives. */
  static String withValue(Declaration declaration) {
    return isPlain(declaration)
        ? declaration.written()
        : shortened(declaration.written()) + " = " + declaration.version();
  }

  /** Whether the value stands in the file as it is, quotes aside. */
  static boolean isPlain(Declaration declaration) {
    String written = declaration.written();
    int start = 0;
    int end = written.length();
    while (start < end && isQuote(written.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(written.charAt(end - 1))) {
      end--;
    }
    return written.substring(start, end).equals(declaration.version());
  }

  /** The text in the file, cut where it is an expression of many words. */
  static String shortened(String written) {
    return written.codePointCount(0, written.length()) <= LONGEST
        ? written
        : written.substring(0, written.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
