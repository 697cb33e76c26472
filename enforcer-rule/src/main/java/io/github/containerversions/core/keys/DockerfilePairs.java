package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what the instructions ARG, ENV and LABEL of a Dockerfile give values to, as one mapping. A
 * value with an expansion is computed.
 */
final class DockerfilePairs extends CharReader {
  private static final String BLANK = " \t\r";
  private static final Set<String> INSTRUCTIONS = Set.of("ARG", "ENV", "LABEL");

  private final YamlNode.Mapping mapping = new YamlNode.Mapping(new ArrayList<>(), 0);

  DockerfilePairs(SourceText text) {
    super(text);
  }

  YamlNode.Mapping read() {
    while (!isEnd()) {
      skip(" \t\r\n");
      int start = at;
      while (Character.isLetter(peek())) {
        at++;
      }
      if (INSTRUCTIONS.contains(content.substring(start, at).toUpperCase(Locale.ROOT))) {
        pairs();
      } else {
        skipInstruction(start);
      }
    }
    return mapping;
  }

  private void skipInstruction(int start) {
    at = start;
    if (peek() == '#') {
      skipLine();
      return;
    }
    while (!isEnd() && peek() != '\n') {
      if (!skipContinuation()) {
        at++;
      }
    }
  }

  private void pairs() {
    while (true) {
      skipBlank();
      if (isEnd() || peek() == '\n') {
        return;
      }
      int start = at;
      char quote = peek() == '"' || peek() == '\'' ? peek() : '\0';
      if (quote != '\0') {
        at++;
        int close = content.indexOf(quote, at);
        at = close < 0 ? content.length() : close;
      }
      while (!isEnd() && " \t\r\n=".indexOf(peek()) < 0) {
        at++;
      }
      YamlNode.Scalar key = quote == '\0' ? plain(start, at) : plain(start + 1, at - 1);
      if (peek() == '=') {
        at++;
        mapping.pairs().add(new YamlNode.Pair(key, value()));
      } else {
        legacy(key);
      }
    }
  }

  /** {@code ENV NAME value}: the rest of the line is the value; an ARG may have none. */
  private void legacy(YamlNode.Scalar key) {
    skip(" \t");
    int start = at;
    skipLine();
    int end = at;
    while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      mapping
          .pairs()
          .add(new YamlNode.Pair(key, Assignments.literal(this, start, end, Style.PLAIN)));
    }
  }

  private YamlNode.Scalar value() {
    int start = at;
    char quote = peek();
    if (quote == '"' || quote == '\'') {
      int close = content.indexOf(quote, at + 1);
      int next = close + 1;
      boolean ends =
          close > 0
              && content.substring(at, close).indexOf('\n') < 0
              && (next == content.length() || Character.isWhitespace(content.charAt(next)));
      if (ends) {
        at = next;
        return quote == '\''
            ? scalar(content.substring(start + 1, close), Style.QUOTED, start + 1, close)
            : Assignments.literal(this, start + 1, close, Style.QUOTED);
      }
    }
    while (!isEnd() && " \t\r\n".indexOf(peek()) < 0) {
      at++;
    }
    return Assignments.literal(this, start, at, Style.PLAIN);
  }

  /** Blanks, and line ends after a backslash. */
  private void skipBlank() {
    do {
      skip(BLANK);
    } while (skipContinuation());
  }

  /** A line that ends with a backslash goes on; comments and empty lines between do not count. */
  private boolean skipContinuation() {
    if (peek() != '\\') {
      return false;
    }
    int next = at + 1;
    while (next < content.length() && BLANK.indexOf(content.charAt(next)) >= 0) {
      next++;
    }
    if (!content.startsWith("\n", next)) {
      return false;
    }
    at = next + 1;
    skip(BLANK);
    while (peek() == '#' || peek() == '\n') {
      skipLine();
      at++;
      skip(BLANK);
    }
    return true;
  }
}
