package io.github.containerversions.pushes.shell;

/** Where the reading of a script stands. */
final class Cursor {

  /** Deeper nesting of substitutions than any script has; keeps the stack shallow. */
  private static final int MAX_DEPTH = 60;

  final String text;
  int at;
  private int limit;
  private int depth;
  private boolean complete = true;

  Cursor(String text) {
    this.text = text;
    this.limit = text.length();
  }

  boolean atEnd() {
    return at >= limit;
  }

  /** A character from here; the character NUL after the end. */
  char peek(int ahead) {
    return at + ahead < limit ? text.charAt(at + ahead) : '\0';
  }

  boolean looksAt(String expected) {
    return at + expected.length() <= limit && text.startsWith(expected, at);
  }

  /** Goes on, though not beyond the end. */
  void skip(int length) {
    at = Math.min(limit, at + length);
  }

  /** Goes over what separates words: blanks, and line ends after a backslash. */
  void skipBlanks() {
    while (!atEnd()) {
      if (peek(0) == ' ' || peek(0) == '\t' || peek(0) == '\r') {
        at++;
      } else if (looksAt("\\\n")) {
        at += 2;
      } else {
        return;
      }
    }
  }

  /** Goes to the end of the line. */
  void skipLine() {
    while (!atEnd() && peek(0) != '\n') {
      at++;
    }
  }

  int limit() {
    return limit;
  }

  /** Lets the script end somewhere else; answers where it ended before. */
  int endAt(int end) {
    int before = limit;
    limit = end;
    return before;
  }

  /** Goes one level deeper; at the last one gives the rest of the script up. */
  boolean enter() {
    if (depth == MAX_DEPTH) {
      complete = false;
      at = limit;
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Takes note of whether something that must end did. */
  void ended(boolean it) {
    complete &= it;
  }

  /** Whether everything ended that must. */
  boolean isComplete() {
    return complete;
  }
}
