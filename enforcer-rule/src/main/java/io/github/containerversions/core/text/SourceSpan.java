package io.github.containerversions.core.text;

import org.jspecify.annotations.Nullable;

/**
 * A span of text in a file.
 *
 * <p>Lines end at LF or CRLF, as in SARIF 2.1.0 (3.28). Columns count Unicode code points; a byte
 * order mark counts for none.
 *
 * @param file path relative to the repository root, with {@code /}
 * @param line first line, 1-based
 * @param column first column, 1-based
 * @param endLine last line, 1-based; equal to {@code line} but for multi-line expressions
 * @param endColumn the column just after the last code point, 1-based
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn)
    implements Location {

  public SourceSpan {
    if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          "not a span: " + line + ":" + column + "-" + endLine + ":" + endColumn);
    }
  }

  /** Written out: those of a record are made by method handles when a build first needs them. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceSpan that
        && line == that.line
        && column == that.column
        && endLine == that.endLine
        && endColumn == that.endColumn
        && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }
}
