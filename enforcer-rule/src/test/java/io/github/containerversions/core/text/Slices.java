package io.github.containerversions.core.text;

/** Cuts spans out of a text by what lines and columns are said to mean, and by nothing of ours. */
public final class Slices {
  private Slices() {}

  /** What stands at a span; throws where the span lies outside of the text. */
  public static String of(String text, Location location) {
    SourceSpan span = (SourceSpan) location;
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return content.substring(
        offset(content, span.line(), span.column()),
        offset(content, span.endLine(), span.endColumn()));
  }

  private static int offset(String content, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = content.indexOf('\n', start) + 1;
    }
    return content.offsetByCodePoints(start, column - 1);
  }
}
