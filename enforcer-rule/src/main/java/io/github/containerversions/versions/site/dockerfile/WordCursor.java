package io.github.containerversions.versions.site.dockerfile;

/**
 * The words of an {@code ARG} or {@code ENV}, one after the other. A word ends at white space
 * outside quotes; quotes and escapes stay in it.
 *
 * <p>White space is what Unicode says it is, a no-break space included, as in BuildKit.
 */
final class WordCursor {
  private final String text;
  private final int to;
  private final char escape;
  private int next;
  private int start;
  private int end;

  /** The words between two offsets of a text. */
  WordCursor(String text, int from, int to, char escape) {
    this.text = text;
    this.to = to;
    this.escape = escape;
    this.next = from;
  }

  WordCursor(Instruction instruction, char escape) {
    this(instruction.text(), instruction.from(), instruction.to(), escape);
  }

  /** Goes to the next word; false where there is none. */
  boolean next() {
    start = skipSpace(text, next, to);
    next = wordEnd();
    return start < end;
  }

  /** Where the current word starts. */
  int start() {
    return start;
  }

  /** Where the current word ends. */
  int end() {
    return end;
  }

  /** Where the first {@code =} of the current word stands; -1 without one. */
  int equalsSign() {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == '=') {
        return at;
      }
    }
    return -1;
  }

  private int wordEnd() {
    char quote = 0;
    int at = start;
    while (at < to) {
      char c = text.charAt(at);
      if (quote == 0 && isSpace(c)) {
        break;
      }
      if (c == escape && quote != '\'') {
        if (at + 1 == to) {
          end = at; // an escape with nothing after it is dropped
          return to;
        }
        at++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      }
      at++;
    }
    end = at;
    return at;
  }

  static int skipSpace(String text, int from, int to) {
    int at = from;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int trimSpace(String text, int from, int to) {
    int end = to;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** White space as Unicode's property White_Space has it. */
  static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }
}
