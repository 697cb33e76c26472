package io.github.containerversions.versions.site.python;

/**
 * The stack of indentations (Python reference, 2.1.8).
 *
 * <p>A tab goes to the next multiple of eight. As in CPython every indentation is measured a second
 * time with tabs of width one; where the two measures compare differently, the text depends on the
 * width of a tab and is rejected.
 */
final class Indentation {
  /** CPython's MAXINDENT, less the module's own level. */
  private static final int MAX_LEVELS = 99;

  private final int[] columns = new int[MAX_LEVELS + 1];
  private final int[] narrowColumns = new int[MAX_LEVELS + 1];
  private int depth;

  /**
   * Takes the indentation of a logical line.
   *
   * @param start offset of the line's first character
   * @param end offset of its first character that is not blank
   */
  void accept(int column, int narrowColumn, int start, int end, Tokens tokens)
      throws PythonSyntaxException {
    if (column > columns[depth]) {
      requireConsistent(narrowColumn > narrowColumns[depth], start, end);
      if (depth == MAX_LEVELS) {
        throw new PythonSyntaxException(start, end, "too many levels of indentation");
      }
      depth++;
      columns[depth] = column;
      narrowColumns[depth] = narrowColumn;
      tokens.add(TokenKind.INDENT, start, end);
      return;
    }
    while (column < columns[depth]) {
      depth--;
      tokens.add(TokenKind.DEDENT, end, end);
    }
    if (column != columns[depth]) {
      throw new PythonSyntaxException(
          start, end, "the indentation matches no outer level of indentation");
    }
    requireConsistent(narrowColumn == narrowColumns[depth], start, end);
  }

  private static void requireConsistent(boolean consistent, int start, int end)
      throws PythonSyntaxException {
    if (!consistent) {
      throw new PythonSyntaxException(
          start, end, "the indentation mixes tabs and spaces", "indent with spaces only");
    }
  }
}
