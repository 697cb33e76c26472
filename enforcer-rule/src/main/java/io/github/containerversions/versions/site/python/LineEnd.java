package io.github.containerversions.versions.site.python;

/** Where lines end: at LF, CRLF or a lone CR (Python reference, 2.1.2 "Physical lines"). */
final class LineEnd {

  private LineEnd() {}

  /** The length of the line end at an offset; 0 where there is none. */
  static int length(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    return switch (text.charAt(at)) {
      case '\n' -> 1;
      case '\r' -> text.startsWith("\n", at + 1) ? 2 : 1;
      default -> 0;
    };
  }

  /** The offset of the first line end from an offset on, or that of the text's end. */
  static int next(String text, int from) {
    int at = from;
    while (at < text.length() && length(text, at) == 0) {
      at++;
    }
    return at;
  }
}
