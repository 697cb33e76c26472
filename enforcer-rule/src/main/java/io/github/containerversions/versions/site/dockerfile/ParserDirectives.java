package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parser directives at the head of a file, such as {@code # escape=`} (Dockerfile reference,
 * "Parser directives"). The first line that is not a directive ends them.
 */
final class ParserDirectives {
  private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");

  private final SourceText source;
  private final String content;
  private final Set<String> seen = new HashSet<>();
  private boolean open = true;
  private char escape = '\\';

  ParserDirectives(SourceText source) {
    this.source = source;
    this.content = source.content();
  }

  /** The character that escapes and continues lines: {@code \} or {@code `}. */
  char escape() {
    return escape;
  }

  /** Whether the next line can still be a directive. */
  boolean open() {
    return open;
  }

  /**
   * Looks at a line.
   *
   * @param from where it starts, white space left out
   * @param to where it ends
   * @return what is wrong with the directive, if it is one
   */
  Optional<Problem> read(int from, int to) {
    open = false;
    if (from == to || content.charAt(from) != '#') {
      return Optional.empty();
    }
    int nameStart = WordCursor.skipSpace(content, from + 1, to);
    int nameEnd = nameEnd(nameStart, to);
    int equalsSign = skipBlank(nameEnd, to);
    String name = content.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    if (equalsSign + 1 >= to || content.charAt(equalsSign) != '=' || !KNOWN.contains(name)) {
      return Optional.empty();
    }
    if (!seen.add(name)) {
      return Optional.of(
          problem(
              "the parser directive " + name + " is given twice",
              "remove one of the two",
              from,
              to));
    }
    open = true;
    return name.equals("escape") ? readEscape(equalsSign + 1, to) : Optional.empty();
  }

  private Optional<Problem> readEscape(int from, int to) {
    int end = to;
    while (end > from && isBlank(content.charAt(end - 1))) {
      end--;
    }
    // A value of white space alone is its last character: it is there, and it is wrong.
    int valueEnd = end > from ? end : to;
    int valueStart = Math.min(skipBlank(from, to), valueEnd - 1);
    char value = content.charAt(valueStart);
    if (valueEnd - valueStart != 1 || (value != '\\' && value != '`')) {
      String written = "'" + Excerpt.of(content.substring(valueStart, valueEnd)) + "'";
      return Optional.of(
          problem(
              "the escape directive names " + written + ", which is neither ` nor \\",
              "write # escape=` or # escape=\\",
              valueStart,
              valueEnd));
    }
    escape = value;
    return Optional.empty();
  }

  private int nameEnd(int from, int to) {
    int at = from;
    while (at < to && isNamePart(content.charAt(at), at == from)) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c, boolean first) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
  }

  private int skipBlank(int from, int to) {
    int at = from;
    while (at < to && isBlank(content.charAt(at))) {
      at++;
    }
    return at;
  }

  /** White space within a directive is ASCII's, without the vertical tab. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\r';
  }

  private Problem problem(String message, String help, int from, int to) {
    return Problem.of(Problem.Kind.SYNTAX, message, help, source.span(from, to));
  }
}
