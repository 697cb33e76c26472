package io.github.containerversions.versions.site.python;

/** Finds the end of a number (Python reference, 2.4.4 to 2.4.6). */
final class NumberScanner {
  private final String text;
  private final int start;
  private int at;

  private NumberScanner(String text, int start) {
    this.text = text;
    this.start = start;
    this.at = start;
  }

  /** The offset just after the number that starts at an offset, with a digit or a point. */
  static int end(String text, int start) throws PythonSyntaxException {
    NumberScanner scanner = new NumberScanner(text, start);
    scanner.number();
    scanner.requireEnd();
    return scanner.at;
  }

  private void number() throws PythonSyntaxException {
    if (peek(0) == '0') {
      switch (peek(1)) {
        case 'x', 'X' -> {
          radix(16);
          return;
        }
        case 'o', 'O' -> {
          radix(8);
          return;
        }
        case 'b', 'B' -> {
          radix(2);
          return;
        }
        default -> {}
      }
    }
    boolean whole = true;
    if (peek(0) != '.') {
      digits(10);
    }
    int wholeEnd = at;
    if (peek(0) == '.') {
      whole = false;
      at++;
      if (isDigit(peek(0), 10)) {
        digits(10);
      }
    }
    whole &= !exponent();
    if (peek(0) == 'j' || peek(0) == 'J') {
      whole = false;
      at++;
    }
    if (whole && text.charAt(start) == '0' && !isZero(wholeEnd)) {
      throw invalid("has leading zeros");
    }
  }

  private void radix(int radix) throws PythonSyntaxException {
    at += 2;
    if (peek(0) == '_') {
      at++;
    }
    if (!isDigit(peek(0), radix)) {
      throw invalid("is no number");
    }
    digits(radix);
  }

  /** Digits with single underscores between them. */
  private void digits(int radix) throws PythonSyntaxException {
    while (isDigit(peek(0), radix)) {
      at++;
      if (peek(0) == '_') {
        at++;
        if (!isDigit(peek(0), radix)) {
          throw invalid("is no number");
        }
      }
    }
  }

  private boolean exponent() throws PythonSyntaxException {
    if (peek(0) != 'e' && peek(0) != 'E') {
      return false;
    }
    int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (!isDigit(peek(1 + sign), 10)) {
      if (sign == 1) {
        throw invalid("is no number");
      }
      return false;
    }
    at += 1 + sign;
    digits(10);
    return true;
  }

  private boolean isZero(int end) {
    for (int digit = start; digit < end; digit++) {
      if (text.charAt(digit) != '0' && text.charAt(digit) != '_') {
        return false;
      }
    }
    return true;
  }

  /** A number may touch a keyword that can follow one, as in {@code 1if x else 2}, but no name. */
  private void requireEnd() throws PythonSyntaxException {
    int next = at < text.length() ? text.codePointAt(at) : ' ';
    if (!Names.isPart(next)) {
      return;
    }
    for (String keyword : new String[] {"and", "else", "for", "if", "in", "is", "not", "or"}) {
      if (text.startsWith(keyword, at)) {
        return;
      }
    }
    throw invalid("is no number");
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  /** With the whole word, since what is meant is often a version without its quotes. */
  private PythonSyntaxException invalid(String message) {
    int end = at;
    while (end < text.length() && (Names.isPart(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return new PythonSyntaxException(
        start,
        end,
        Tokens.shorten(text.substring(start, end)) + " " + message,
        "put quotes around a version");
  }
}
