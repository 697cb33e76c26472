package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final Set<String> PAIRS = Set.of("ARG", "ENV", "LABEL");
  private static final Set<String> HEREDOCS = Set.of("RUN", "COPY", "ADD", "ONBUILD");

  /** Between words there may be other white space, too. */
  private static final String AFTER_KEYWORD = " \t\u000B\f\r";

  /** A parser directive. They stand at the head of the file, before any other line. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "\\s*#\\s*(?<name>syntax|escape|check)\\s*=(?<value>.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** So many heredocs that nothing closes are passed over. */
  private static final int MAX_UNCLOSED = 20;

  private final YamlNode.Mapping mapping = new YamlNode.Mapping(new ArrayList<>(), 0);

  /** What continues a line and takes the meaning of the next character. */
  private char escape = '\\';

  /** An instruction with the lines that continue it, and where each of its characters stands. */
  private final StringBuilder line = new StringBuilder();

  private int[] places = new int[128];

  /** How many heredocs were not closed. */
  private int unclosed;

  DockerfilePairs(SourceText text) {
    super(text);
  }

  YamlNode.Mapping read() {
    directives();
    while (!isEnd()) {
      instructionLine();
      int end = 0;
      while (end < line.length() && AFTER_KEYWORD.indexOf(line.charAt(end)) < 0) {
        end++;
      }
      String instruction = line.substring(0, end).toUpperCase(Locale.ROOT);
      if (PAIRS.contains(instruction)) {
        pairs(instruction.equals("ARG"), afterSpace(end));
      } else if (HEREDOCS.contains(instruction)) {
        // their texts may look like instructions
        OpenedHeredoc.in(line.substring(end)).forEach(this::skip);
      }
    }
    return mapping;
  }

  private void directives() {
    int start = at;
    Matcher directive = DIRECTIVE.matcher(content.substring(start, nextLine()));
    while (directive.matches()) {
      if (directive.group("name").equalsIgnoreCase("escape")) {
        escape = directive.group("value").strip().equals("`") ? '`' : '\\';
      }
      start = at;
      directive = DIRECTIVE.matcher(content.substring(start, nextLine()));
    }
    at = start;
  }

  /**
   * Goes to the start of the next line.
   *
   * @return the end of this one, without its line ending
   */
  private int nextLine() {
    int start = at;
    skipLine();
    int end = at;
    at = Math.min(at + 1, content.length());
    while (end > start && content.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  /** Reads an instruction; comments and empty lines do not count, before it and within it. */
  private void instructionLine() {
    line.setLength(0);
    boolean continued = true;
    while (continued && !isEnd()) {
      int start = at;
      int end = nextLine();
      int first = start;
      while (first < end && isSpace(content.charAt(first))) {
        first++;
      }
      if (first < end && content.charAt(first) != '#') {
        int from = line.length() == 0 ? first : start;
        int cut = continuation(from, end);
        continued = cut >= 0;
        append(from, continued ? cut : end);
      }
    }
  }

  /** Where the escape character stands that continues a line; -1 if another one is before it. */
  private int continuation(int from, int end) {
    int last = end - 1;
    while (last >= from && " \t".indexOf(content.charAt(last)) >= 0) {
      last--;
    }
    boolean continued =
        last >= from
            && content.charAt(last) == escape
            && (last == from || content.charAt(last - 1) != escape);
    return continued ? last : -1;
  }

  private void append(int from, int to) {
    int length = line.length();
    if (length + to - from > places.length) {
      places = Arrays.copyOf(places, 2 * (length + to - from));
    }
    for (int place = from; place < to; place++) {
      places[length + place - from] = place;
    }
    line.append(content, from, to);
  }

  /** White space between words, as the lexer of BuildKit knows it. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private int afterSpace(int from) {
    int next = from;
    while (next < line.length() && isSpace(line.charAt(next))) {
      next++;
    }
    return next;
  }

  /** The end of a word: quotes may hold blanks. */
  private int wordEnd(int from) {
    char quote = '\0';
    int next = from;
    while (next < line.length() && (quote != '\0' || !isSpace(line.charAt(next)))) {
      char c = line.charAt(next);
      if (c == escape) {
        next++;
      } else {
        quote = quoteAfter(c, quote);
      }
      next++;
    }
    return Math.min(next, line.length());
  }

  /** The quote that is open behind a character; a null character for none. */
  static char quoteAfter(char c, char quote) {
    if (quote != '\0') {
      return c == quote ? '\0' : quote;
    }
    return c == '"' || c == '\'' ? c : '\0';
  }

  private void pairs(boolean isArg, int first) {
    for (int start = first; start < line.length(); ) {
      int end = wordEnd(start);
      int equalsSign = line.substring(start, end).indexOf('=');
      if (equalsSign > 0) {
        add(start, start + equalsSign, start + equalsSign + 1, end);
      } else if (!isArg && start == first) {
        // ENV NAME value: the rest of the line is the value
        int name = start;
        while (name < line.length() && !isSpace(line.charAt(name))) {
          name++;
        }
        int to = line.length();
        while (to > name && isSpace(line.charAt(to - 1))) {
          to--;
        }
        if (to > name) {
          add(start, name, afterSpace(name), to);
        }
        return;
      }
      start = afterSpace(end);
    }
  }

  private void add(int nameStart, int nameEnd, int start, int end) {
    String name = line.substring(nameStart, nameEnd);
    boolean quoted = isQuoted(name);
    YamlNode.Scalar key =
        scalar(
            quoted ? name.substring(1, name.length() - 1) : name,
            Style.PLAIN,
            places[nameStart] + (quoted ? 1 : 0),
            places[nameEnd - 1] + (quoted ? 0 : 1));
    mapping.pairs().add(new YamlNode.Pair(key, value(start, end)));
  }

  private YamlNode.Scalar value(int start, int end) {
    if (start == end) {
      int place = places[start - 1] + 1;
      return plain(place, place);
    }
    int from = places[start];
    int to = places[end - 1] + 1;
    if (to - from > end - start) {
      return computed(from, to); // it goes on on another line
    }
    String written = line.substring(start, end);
    if (!isQuoted(written)) {
      return Assignments.literal(this, from, to, Style.PLAIN);
    }
    return written.charAt(0) == '\''
        ? scalar(content.substring(from + 1, to - 1), Style.QUOTED, from + 1, to - 1)
        : Assignments.literal(this, from + 1, to - 1, Style.QUOTED);
  }

  /** Whether a text is one string in quotes. */
  private static boolean isQuoted(String text) {
    char quote = text.isEmpty() ? '\0' : text.charAt(0);
    return (quote == '"' || quote == '\'')
        && text.length() > 1
        && text.indexOf(quote, 1) == text.length() - 1;
  }

  /**
   * Goes behind the line that closes a heredoc. If no line closes it, it may be no heredoc but part
   * of an expansion, and reading goes on where it was. Each of these costs a look at all that
   * follows.
   */
  private void skip(OpenedHeredoc heredoc) {
    int before = at;
    boolean closed = false;
    while (!closed && !isEnd()) {
      if (heredoc.chomp()) {
        skip("\t");
      }
      int start = at;
      closed = content.substring(start, nextLine()).equals(heredoc.name());
    }
    if (!closed && ++unclosed <= MAX_UNCLOSED) {
      at = before;
    }
  }
}
