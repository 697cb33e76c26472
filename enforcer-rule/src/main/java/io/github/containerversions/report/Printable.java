package io.github.containerversions.report;

/**
 * Makes text from a file safe to show on one line: control, format and line-separating characters
 * become escapes, so that nothing read from a repository can move a cursor, start a line or hide.
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
        appendEscape(out, codePoint);
      } else {
        out.appendCodePoint(codePoint);
      }
      at += Character.charCount(codePoint);
    }
    return out.toString();
  }

  private static void appendEscape(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append(
              codePoint > 0xFFFF ? "\\U%08X".formatted(codePoint) : "\\u%04X".formatted(codePoint));
    }
  }

  private static boolean mustEscape(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
