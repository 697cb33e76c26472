package io.github.containerversions.versions.site.python;

import java.util.ArrayDeque;

/**
 * The brackets and f-strings that are open at a point of the text.
 *
 * <p>F-strings are read as PEP 701 defines them (Python 3.12): the fields of an f-string hold any
 * expression, also strings in the same quotes. What earlier versions accept is read alike.
 */
final class Brackets {
  /** CPython's MAXLEVEL; it also bounds the recursion of code that walks the brackets. */
  private static final int MAX_DEPTH = 200;

  private static final char FIELD = 'F';
  private static final char FORMAT = ':';

  private final Tokens tokens;
  private final char[] open = new char[MAX_DEPTH];
  private final int[] openings = new int[MAX_DEPTH];
  private int depth;
  private final ArrayDeque<OpenString> strings = new ArrayDeque<>();

  /**
   * An f-string whose end is not reached.
   *
   * @param opening its first token
   * @param quote its quote, one or three characters
   * @param raw whether backslashes are plain characters
   * @param depth how many brackets were open where it started
   */
  record OpenString(int opening, String quote, boolean raw, int depth) {}

  Brackets(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether lines are joined. */
  boolean isOpen() {
    return depth > 0;
  }

  /** Whether the next character is text of an f-string or of a format specification. */
  boolean isInText() {
    return !strings.isEmpty() && (strings.element().depth == depth || isInFormat());
  }

  /** Whether the next character belongs to a format specification. */
  boolean isInFormat() {
    return depth > 0 && open[depth - 1] == FORMAT;
  }

  /** Whether the next character belongs to an f-string's field, and to no bracket inside it. */
  boolean isInField() {
    return depth > 0 && open[depth - 1] == FIELD;
  }

  /** The innermost open f-string. */
  OpenString string() {
    return strings.element();
  }

  void openString(int start, int end, String quote, boolean raw) {
    int opening = tokens.add(TokenKind.FSTRING_START, start, end);
    strings.push(new OpenString(opening, quote, raw, depth));
  }

  void closeString(int start, int end) throws PythonSyntaxException {
    if (depth > strings.element().depth) {
      throw unclosed();
    }
    int closing = tokens.add(TokenKind.FSTRING_END, start, end);
    tokens.pair(strings.pop().opening, closing);
  }

  void openField(int at) throws PythonSyntaxException {
    push(at, FIELD);
  }

  /** The colon after which a field's format specification follows. */
  void openFormat(int at) {
    tokens.add(TokenKind.OPERATOR, at, at + 1);
    open[depth - 1] = FORMAT;
  }

  void open(int at) throws PythonSyntaxException {
    push(at, tokens.text().charAt(at));
  }

  private void push(int at, char bracket) throws PythonSyntaxException {
    if (depth == MAX_DEPTH) {
      throw new PythonSyntaxException(at, at + 1, "too many nested parentheses");
    }
    openings[depth] = tokens.add(TokenKind.OPERATOR, at, at + 1);
    open[depth++] = bracket;
  }

  void close(int at) throws PythonSyntaxException {
    char bracket = tokens.text().charAt(at);
    if (depth == 0) {
      throw new PythonSyntaxException(at, at + 1, "'" + bracket + "' closes nothing");
    }
    boolean matches =
        switch (open[depth - 1]) {
          case '(' -> bracket == ')';
          case '[' -> bracket == ']';
          default -> bracket == '}';
        };
    if (!matches) {
      throw new PythonSyntaxException(
          at, at + 1, "'" + bracket + "' does not close '" + opener() + "'");
    }
    int closing = tokens.add(TokenKind.OPERATOR, at, at + 1);
    tokens.pair(openings[--depth], closing);
  }

  /** The error at the end of a text that leaves a bracket or an f-string open. */
  PythonSyntaxException unclosed() {
    if (!strings.isEmpty() && strings.element().depth == depth) {
      return unterminatedString(tokens.text().length());
    }
    int opening = openings[depth - 1];
    return new PythonSyntaxException(
        tokens.start(opening), tokens.end(opening), "'" + opener() + "' is never closed");
  }

  /** The error of the innermost f-string, found at an offset. */
  PythonSyntaxException unterminatedString(int at) {
    int start = tokens.start(strings.element().opening);
    int end = tokens.end(strings.element().opening);
    return new PythonSyntaxException(
        start, string().quote.length() == 1 ? at : end, "the f-string has no end");
  }

  private char opener() {
    return tokens.text().charAt(tokens.start(openings[depth - 1]));
  }
}
