package io.github.containerversions.report;

import io.github.containerversions.core.text.Invisible;

/**
 * Makes text from a file safe to show on one line: what controls, separates or shows as nothing
 * becomes an escape, so that nothing read from a repository can move a cursor, start a line, hide,
 * or look like what it is not.
 */
final class Printable {

  private Printable() {}

  static String of(String text) {
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (mustEscape(codePoint)) {
        return escaped(text, at);
      }
      at += Character.charCount(codePoint);
    }
    return text;
  }

  private static String escaped(String text, int firstEscape) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, firstEscape);
    for (int at = firstEscape; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (mustEscape(codePoint)) {
        out.append(escape(codePoint));
      } else {
        out.appendCodePoint(codePoint);
      }
      at += Character.charCount(codePoint);
    }
    return out.toString();
  }

  /** A character as an escape. */
  static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          codePoint > 0xFFFF ? "\\U%08X".formatted(codePoint) : "\\u%04X".formatted(codePoint);
    };
  }

  private static boolean mustEscape(int codePoint) {
    return (codePoint < ' ' || codePoint > '~') && Invisible.is(codePoint);
  }
}
