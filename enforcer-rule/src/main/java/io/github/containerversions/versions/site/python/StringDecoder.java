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
  private final boolean raw;
  private final boolean formatted;
  private final StringBuilder decoded = new StringBuilder();
  private boolean known = true;
  private int at;

  private StringDecoder(String text, int from, int to, boolean raw, boolean formatted) {
    this.text = text;
    this.at = from;
    this.end = to;
    this.raw = raw;
    this.formatted = formatted;
  }

  /**
   * Decodes a part of a text.
   *
   * @param raw whether a backslash is a character like others
   * @param formatted whether it is text of an f-string, where doubled braces stand for one
   * @return the string; empty where an escape is malformed, or names a character ({@code \N{…}})
   */
  static Optional<String> decode(String text, int from, int to, boolean raw, boolean formatted) {
    StringDecoder decoder = new StringDecoder(text, from, to, raw, formatted);
    decoder.run();
    return decoder.known ? Optional.of(decoder.decoded.toString()) : Optional.empty();
  }

  private void run() {
    while (at < end && known) {
      char c = text.charAt(at);
      if (c == '\\' && !raw) {
        escape();
      } else if (c == '\r') {
        decoded.append('\n');
        at += LineEnd.length(text, at);
      } else {
        decoded.append(c);
        at += formatted && (c == '{' || c == '}') ? 2 : 1;
      }
    }
  }

  private void escape() {
    char c = text.charAt(at + 1);
    int simple = SIMPLE_ESCAPES.indexOf(c);
    if (simple >= 0) {
      decoded.append(SIMPLE_VALUES.charAt(simple));
      at += 2;
    } else if (LineEnd.length(text, at + 1) > 0) {
      at += 1 + LineEnd.length(text, at + 1);
    } else {
      switch (c) {
        case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
        case 'x' -> hexadecimal(2);
        case 'u' -> hexadecimal(4);
        case 'U' -> hexadecimal(8);
        case 'N' -> known = false;
        default -> {
          decoded.append('\\');
          at++;
        }
      }
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

  private void hexadecimal(int digits) {
    int stop = at + 2 + digits;
    long value = 0;
    for (at += 2; at < stop && known; at++) {
      int digit = at < end && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
      known = digit >= 0;
      value = value * 16 + digit;
    }
    known &= value <= Character.MAX_CODE_POINT;
    if (known) {
      decoded.appendCodePoint((int) value);
    }
  }
}
