package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the instructions ARG, ENV and LABEL of a Dockerfile give values to, as one mapping
 * (Dockerfile reference, "Format", "Parser directives", "Here-Documents"). A value with an
 * expansion is computed.
 */
final class DockerfilePairs extends CharReader {
  private static final String BLANK = " \t\r";
  private static final String ARG = "ARG";
  private static final Set<String> PAIRS = Set.of(ARG, "ENV", "LABEL");
  private static final Set<String> HEREDOCS = Set.of("RUN", "COPY", "ADD", "ONBUILD");

  /** A line at the head of the file; the first one that is none ends them. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "[ \\t]*#[ \\t]*(?<name>syntax|escape|check)[ \\t]*=(?<value>.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A word that opens a heredoc: a file descriptor or none, the operator, the name. */
  private static final Pattern HEREDOC =
      Pattern.compile("[0-9]*+<<(?<chomp>-?+)(?<name>[^<]++)", Pattern.DOTALL);

  private final YamlNode.Mapping mapping = new YamlNode.Mapping(new ArrayList<>(), 0);

  /** What continues a line and takes the meaning of the next character. */
  private char escape = '\\';

  DockerfilePairs(SourceText text) {
    super(text);
  }

  YamlNode.Mapping read() {
    directives();
    while (!isEnd()) {
      skip(" \t\r\n");
      int start = at;
      while (Character.isLetter(peek())) {
        at++;
      }
      String instruction = content.substring(start, at).toUpperCase(Locale.ROOT);
      if (PAIRS.contains(instruction)) {
        pairs(instruction);
      } else if (HEREDOCS.contains(instruction)) {
        heredocs();
      } else if (peek() == '#' && at == start) {
        skipLine();
      } else {
        skipInstruction();
      }
    }
    return mapping;
  }

  /** From the end of a line to the start of the next. */
  private void nextLine() {
    at = Math.min(at + 1, content.length());
  }

  private void directives() {
    while (true) {
      int start = at;
      skipLine();
      Matcher directive = DIRECTIVE.matcher(content.substring(start, at));
      if (!directive.matches()) {
        at = start;
        return;
      }
      if (directive.group("name").equalsIgnoreCase("escape")) {
        escape = directive.group("value").strip().equals("`") ? '`' : '\\';
      }
      nextLine();
    }
  }

  /** To the end of the line, or of those that continue it. */
  private void skipInstruction() {
    while (!isEnd() && peek() != '\n') {
      if (!skipContinuation()) {
        at++;
      }
    }
  }

  /** Skips an instruction with the texts of its heredocs, which may look like instructions. */
  private void heredocs() {
    List<Matcher> heredocs = new ArrayList<>();
    boolean split = true;
    for (skipBlank(); !isEnd() && peek() != '\n'; skipBlank()) {
      int start = at;
      split &= skipWord();
      Matcher heredoc = HEREDOC.matcher(content.substring(start, at));
      if (heredoc.matches()) {
        heredocs.add(heredoc);
      }
    }
    // A line that does not split into words, for an open quote say, opens none.
    for (Matcher heredoc : split ? heredocs : List.<Matcher>of()) {
      skipHeredoc(unquoted(heredoc.group("name")), !heredoc.group("chomp").isEmpty());
    }
  }

  /** Goes to the end of the line that closes a heredoc; stays where there is none. */
  private void skipHeredoc(String name, boolean chomp) {
    int before = at;
    while (!isEnd()) {
      nextLine();
      if (chomp) {
        skip("\t");
      }
      int start = at;
      skipLine();
      int end = at;
      while (end > start && content.charAt(end - 1) == '\r') {
        end--;
      }
      if (content.substring(start, end).equals(name)) {
        return;
      }
    }
    at = before;
  }

  /** Without quotes, and without the backslashes that make characters mean themselves. */
  private static String unquoted(String name) {
    return name.replaceAll("\\\\(.)|[\"']", "$1");
  }

  /**
   * Goes to the end of a word: quotes may hold blanks.
   *
   * @return whether its quotes are closed
   */
  private boolean skipWord() {
    char quote = '\0';
    while (!isEnd() && (quote == '\0' ? " \t\r\n" : "\n").indexOf(peek()) < 0) {
      char c = peek();
      if (skipContinuation()) {
        continue;
      }
      if (c == escape && !content.startsWith("\n", at + 1)) {
        at++; // the next character means itself
      } else if (c == quote) {
        quote = '\0';
      } else if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
      }
      at = Math.min(at + 1, content.length());
    }
    return quote == '\0';
  }

  private void pairs(String instruction) {
    while (true) {
      skipBlank();
      if (isEnd() || peek() == '\n') {
        return;
      }
      int start = at;
      char quote = '\0';
      if (peek() == '"' || peek() == '\'') {
        int close = content.indexOf(peek(), at + 1);
        if (close > 0 && content.substring(at, close).indexOf('\n') < 0) {
          quote = peek();
          at = close;
        }
      }
      while (!isEnd() && " \t\r\n=".indexOf(peek()) < 0) {
        at++;
      }
      YamlNode.Scalar key = quote == '\0' ? plain(start, at) : plain(start + 1, at - 1);
      if (peek() == '=') {
        at++;
        mapping.pairs().add(new YamlNode.Pair(key, value()));
      } else if (!instruction.equals(ARG)) {
        legacy(key);
      }
    }
  }

  /** {@code ENV NAME value}: the rest of the line is the value. */
  private void legacy(YamlNode.Scalar key) {
    skip(" \t");
    int start = at;
    skipInstruction();
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
    skipWord();
    int close = at - 1;
    boolean quoted =
        (quote == '"' || quote == '\'')
            && close > start
            && content.indexOf(quote, start + 1) == close
            && content.substring(start, close).indexOf('\n') < 0;
    if (!quoted) {
      return Assignments.literal(this, start, at, Style.PLAIN);
    }
    return quote == '\''
        ? scalar(content.substring(start + 1, close), Style.QUOTED, start + 1, close)
        : Assignments.literal(this, start + 1, close, Style.QUOTED);
  }

  /** Blanks, and line ends after an escape character. */
  private void skipBlank() {
    do {
      skip(BLANK);
    } while (skipContinuation());
  }

  /**
   * A line that ends with an escape character goes on; comments and empty lines between do not
   * count. One that follows another, escaped or not, continues nothing.
   */
  private boolean skipContinuation() {
    if (peek() != escape || (at > 0 && content.charAt(at - 1) == escape)) {
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
    int first = at;
    skip(BLANK);
    while (peek() == '#' || peek() == '\n') {
      skipLine();
      nextLine();
      first = at;
      skip(BLANK);
    }
    at = first;
    return true;
  }
}
