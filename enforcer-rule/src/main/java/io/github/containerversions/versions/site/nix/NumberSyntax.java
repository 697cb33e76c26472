package io.github.containerversions.versions.site.nix;

/** How numbers are written in Nix, and which of them it refuses as out of range. */
final class NumberSyntax {
  private static final int MAX_DIGITS = 19;

  private NumberSyntax() {}

  /**
   * Where the floating-point number ends that starts at {@code start}; {@code start} where none
   * does. {@code 1.}, {@code 1.5}, {@code 0.5} and {@code .5} are such numbers, {@code 0.} and
   * {@code 00.5} are not.
   */
  static int floatEnd(String text, int start) {
    int point = CharClass.DIGIT.end(text, start);
    if (point >= text.length() || text.charAt(point) != '.') {
      return start;
    }
    int end = CharClass.DIGIT.end(text, point + 1);
    boolean zero = point == start || text.charAt(start) == '0';
    if (zero && (point > start + 1 || end == point + 1)) {
      return start;
    }
    return exponentEnd(text, end);
  }

  private static int exponentEnd(String text, int start) {
    int at = start;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int end = CharClass.DIGIT.end(text, at);
      return end > at ? end : start;
    }
    return start;
  }

  /** Whether a row of digits is a number of 64 bits with a sign. */
  static boolean integerFits(String text, int start, int end) {
    int first = start;
    while (first < end - 1 && text.charAt(first) == '0') {
      first++;
    }
    if (end - first > MAX_DIGITS) {
      return false;
    }
    // Nineteen digits fit into 64 bits without a sign, so one bit too many shows as negative.
    long value = 0;
    for (int i = first; i < end; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value >= 0;
  }

  /** Nix refuses what its C library does: what overflows, and what is smaller than normal. */
  static boolean floatFits(String text, int start, int end) {
    double value = Double.parseDouble(text.substring(start, end));
    return !Double.isInfinite(value) && (value >= Double.MIN_NORMAL || isZero(text, start, end));
  }

  private static boolean isZero(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c != '0' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
