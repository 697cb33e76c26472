package io.github.containerversions.versions.site.python;

import java.util.Optional;

/**
 * Turns what stands between the quotes of a literal into the string that Python makes of it (Python
 * reference, 2.4.1 "Escape sequences").
 */
final class StringDecoder {
  private static final String SIMPLE_ESCAPES = "\\'\"abfnrtv";
  private static final String SIMPLE_VALUES = "\\'\"\u0007\b\f\n\r\t\u000B";

  private final String text;
  private final int end;
  private final Style style;
  private final StringBuilder decoded = new StringBuilder();
  private boolean allNamesKnown = true;
  private int at;

  /** How the text between the quotes is meant. */
  enum Style {
    /** A string without {@code r}. */
    PLAIN,
    /** Text of an f-string without {@code r}: doubled braces stand for one. */
    PLAIN_FORMATTED,
    /** A string with {@code r}. */
    RAW,
    /** Text of an f-string with {@code r}. */
    RAW_FORMATTED,
    /** Bytes without {@code r}: they know no Unicode escapes. */
    BYTES;

    static Style of(boolean raw, boolean formatted) {
      if (formatted) {
        return raw ? RAW_FORMATTED : PLAIN_FORMATTED;
      }
      return raw ? RAW : PLAIN;
    }

    private boolean isRaw() {
      return this == RAW || this == RAW_FORMATTED;
    }

    private boolean isFormatted() {
      return this == PLAIN_FORMATTED || this == RAW_FORMATTED;
    }
  }

  private StringDecoder(String text, int from, int to, Style style) {
    this.text = text;
    this.at = from;
    this.end = to;
    this.style = style;
  }

  /**
   * Decodes a part of a text.
   *
   * @return the string; empty where it names a character ({@code \N{…}}) by a name that this Java
   *     does not know
   * @throws PythonSyntaxException at an escape that Python rejects
   */
  static Optional<String> decode(String text, int from, int to, Style style)
      throws PythonSyntaxException {
    StringDecoder decoder = new StringDecoder(text, from, to, style);
    decoder.run();
    return decoder.allNamesKnown ? Optional.of(decoder.decoded.toString()) : Optional.empty();
  }

  private void run() throws PythonSyntaxException {
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\\' && !style.isRaw()) {
        escape();
      } else if (c == '\r') {
        decoded.append('\n');
        at += LineEnd.length(text, at);
      } else {
        decoded.append(c);
        boolean doubled = style.isFormatted() && (c == '{' || c == '}');
        at += doubled ? 2 : 1;
      }
    }
  }

  private void escape() throws PythonSyntaxException {
    char c = text.charAt(at + 1);
    int simple = SIMPLE_ESCAPES.indexOf(c);
    if (simple >= 0) {
      decoded.append(SIMPLE_VALUES.charAt(simple));
      at += 2;
    } else if (LineEnd.length(text, at + 1) > 0) {
      at += 1 + LineEnd.length(text, at + 1);
    } else if (c >= '0' && c <= '7') {
      octal();
    } else if (c == 'x') {
      hexadecimal(2);
    } else if (c == 'u' && style != Style.BYTES) {
      hexadecimal(4);
    } else if (c == 'U' && style != Style.BYTES) {
      hexadecimal(8);
    } else if (c == 'N' && style != Style.BYTES) {
      characterName();
    } else {
      decoded.append('\\');
      at++;
    }
  }

  private void octal() {
    int limit = Math.min(end, at + 4);
    int value = 0;
    for (at++; at < limit && text.charAt(at) >= '0' && text.charAt(at) <= '7'; at++) {
      value = value * 8 + text.charAt(at) - '0';
    }
    decoded.appendCodePoint(value);
  }

  private void hexadecimal(int digits) throws PythonSyntaxException {
    int start = at;
    long value = 0;
    for (at += 2; at < start + 2 + digits; at++) {
      int digit = at < end && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw malformed(start, "needs " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw malformed(start, "is beyond the last character");
    }
    decoded.appendCodePoint((int) value);
  }

  private void characterName() throws PythonSyntaxException {
    int start = at;
    int close = text.indexOf('}', start);
    if (at + 2 >= end || text.charAt(at + 2) != '{' || close < 0 || close >= end) {
      throw malformed(start, "needs a character's name in braces");
    }
    int codePoint = CharacterNames.codePoint(text.substring(start + 3, close));
    allNamesKnown &= codePoint >= 0;
    if (codePoint >= 0) {
      decoded.appendCodePoint(codePoint);
    }
    at = close + 1;
  }

  private PythonSyntaxException malformed(int start, String what) {
    int stop = Math.min(end, Math.max(at, start + 2));
    String escape = text.substring(start, stop);
    return new PythonSyntaxException(
        start, stop, "the escape " + escape + " " + what, "double the backslash, or write r\"…\"");
  }
}
