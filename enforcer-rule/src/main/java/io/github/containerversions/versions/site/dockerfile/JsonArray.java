package io.github.containerversions.versions.site.dockerfile;

/**
 * Tells the exec form of an instruction ({@code RUN ["a", "b"]}) from its shell form: it is a JSON
 * array of strings (RFC 8259) and nothing after it. Anything else is for the shell.
 */
final class JsonArray {
  private final String text;
  private final int to;
  private int at;

  private JsonArray(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.to = to;
  }

  /** Whether a range of a text is an array of strings. */
  static boolean ofStrings(String text, int from, int to) {
    return new JsonArray(text, from, to).read();
  }

  private boolean read() {
    if (!take('[')) {
      return false;
    }
    if (!take(']')) {
      do {
        if (!string()) {
          return false;
        }
      } while (take(','));
      if (!take(']')) {
        return false;
      }
    }
    skipBlank();
    return at == to;
  }

  private boolean take(char expected) {
    skipBlank();
    if (at < to && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlank() {
    while (at < to && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean string() {
    if (!take('"')) {
      return false;
    }
    while (at < to) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < ' ' || (c == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    if (at == to) {
      return false;
    }
    char c = text.charAt(at++);
    if (c != 'u') {
      return "\"\\/bfnrt".indexOf(c) >= 0;
    }
    int digitsEnd = at + 4;
    while (at < to && at < digitsEnd && isHexDigit(text.charAt(at))) {
      at++;
    }
    return at == digitsEnd;
  }

  private static boolean isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
