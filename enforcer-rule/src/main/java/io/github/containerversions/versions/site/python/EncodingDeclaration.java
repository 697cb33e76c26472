package io.github.containerversions.versions.site.python;

import java.util.Locale;
import java.util.Optional;

/**
 * The comment that says in which encoding a file is written (Python reference, 2.1.4).
 *
 * @param encoding the name as written
 * @param start offset of the name
 * @param end offset just after it
 */
record EncodingDeclaration(String encoding, int start, int end) {
  private static final String MARK = "coding";

  /** The declaration of a text: a comment alone on its first line, or on the second after one. */
  static Optional<EncodingDeclaration> find(String text) {
    int firstEnd = LineEnd.next(text, 0);
    Optional<EncodingDeclaration> first = inLine(text, 0, firstEnd);
    if (first.isPresent() || !isBlankOrComment(text, 0, firstEnd)) {
      return first;
    }
    int second = firstEnd + LineEnd.length(text, firstEnd);
    return inLine(text, second, LineEnd.next(text, second));
  }

  private static Optional<EncodingDeclaration> inLine(String text, int start, int end) {
    int comment = firstNonBlank(text, start, end);
    if (comment == end || text.charAt(comment) != '#') {
      return Optional.empty();
    }
    String line = text.substring(0, end);
    for (int mark = line.indexOf(MARK, comment); mark >= 0; mark = line.indexOf(MARK, mark + 1)) {
      int at = mark + MARK.length();
      if (at < end && (line.charAt(at) == ':' || line.charAt(at) == '=')) {
        at++;
        while (at < end && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
          at++;
        }
        int name = at;
        while (at < end && isNameCharacter(line.charAt(at))) {
          at++;
        }
        if (at > name) {
          return Optional.of(new EncodingDeclaration(line.substring(name, at), name, at));
        }
      }
    }
    return Optional.empty();
  }

  private static int firstNonBlank(String text, int start, int end) {
    int at = start;
    while (at < end && " \t\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isBlankOrComment(String text, int start, int end) {
    int at = firstNonBlank(text, start, end);
    return at == end || text.charAt(at) == '#';
  }

  private static boolean isNameCharacter(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }

  /** Whether it is UTF-8 by one of the names that Python knows it by. */
  boolean isUtf8() {
    return isPlainUtf8()
        || switch (normalised()) {
          case "utf8", "u8", "utf", "cp65001" -> true;
          default -> false;
        };
  }

  /** Whether it is UTF-8 by the one name that Python allows after a byte order mark. */
  boolean isPlainUtf8() {
    return normalised().equals("utf-8") || normalised().startsWith("utf-8-");
  }

  private String normalised() {
    return encoding.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
