package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files of lines that give names values, as one mapping. A value that takes more than the
 * line itself to know is computed: it holds an expansion, an escape, or goes on on the next line.
 */
enum Assignments {
  /** As Docker Compose reads it: a value may hold blanks. */
  ENV("^[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=[ \\t]*"),
  /** Assignments of the shell, wherever they stand in a script. */
  SHELL(
      "^[ \\t]*(?:(?:export|readonly|local|declare|typeset)[ \\t]+(?:-[A-Za-z]+[ \\t]+)*)?"
          + "([A-Za-z_][A-Za-z0-9_]*)="),
  /** Properties of Java; see java.util.Properties. */
  PROPERTIES("^[ \\t]*([^ \\t=:#!\\\\][^ \\t=:\\\\]*)(?:[ \\t]*[=:][ \\t]*|[ \\t]+)"),
  /** Variables of make; {@code +=} and {@code !=} are computed. */
  MAKE(
      "^ *(?:(?:export|override|private)[ \\t]+)*([A-Za-z0-9_.-]+)[ \\t]*"
          + "((?:::?:?|\\?|\\+|!)?=)[ \\t]*");

  /** {@code ${NAME:-1.2}} and {@code ${NAME-1.2}}: the text after the operator is the default. */
  static final Pattern DEFAULT =
      Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?-([^${}`\\\\\"']*)\\}");

  /** The operators of make that run something, or add to what is there. */
  private static final Set<String> COMPUTING = Set.of("+=", "!=");

  private final Pattern name;

  Assignments(String name) {
    this.name = Pattern.compile(name);
  }

  YamlNode.Mapping read(SourceText text) {
    YamlNode.Mapping mapping = new YamlNode.Mapping(new ArrayList<>(), 0);
    CharReader reader = new CharReader(text);
    Matcher matcher = name.matcher(text.content());
    boolean continued = false;
    while (!reader.isEnd()) {
      int start = reader.at;
      reader.skipLine();
      int end = reader.at;
      if (end > start && text.content().charAt(end - 1) == '\r') {
        end--;
      }
      matcher.region(start, end);
      if (!continued && matcher.lookingAt()) {
        mapping
            .pairs()
            .add(
                new YamlNode.Pair(
                    reader.plain(matcher.start(1), matcher.end(1)), value(reader, matcher, end)));
      }
      continued = end > start && text.content().charAt(end - 1) == '\\';
      reader.at++;
    }
    return mapping;
  }

  private YamlNode.Scalar value(CharReader reader, Matcher matcher, int end) {
    int start = matcher.end();
    if (this == MAKE && COMPUTING.contains(matcher.group(2))) {
      return reader.computed(start, end);
    }
    char quote = start < end ? reader.content.charAt(start) : '\0';
    if (this != PROPERTIES && this != MAKE && (quote == '"' || quote == '\'')) {
      return quoted(reader, quote, start, end);
    }
    int stop = start;
    while (stop < end && !endsAt(reader.content, stop, start)) {
      stop++;
    }
    while (stop > start && Character.isWhitespace(reader.content.charAt(stop - 1))) {
      stop--;
    }
    return literal(reader, start, stop, Style.PLAIN);
  }

  /** Whether a value without quotes ends before a character. */
  private boolean endsAt(String content, int at, int start) {
    char c = content.charAt(at);
    return switch (this) {
      case ENV -> c == '#' && at > start && Character.isWhitespace(content.charAt(at - 1));
      case SHELL -> Character.isWhitespace(c) || ";&|)".indexOf(c) >= 0;
      case PROPERTIES -> false;
      case MAKE -> c == '#';
    };
  }

  private YamlNode.Scalar quoted(CharReader reader, char quote, int start, int end) {
    int close = reader.content.indexOf(quote, start + 1);
    if (close < 0 || close >= end) {
      return reader.computed(start, end);
    }
    String rest = reader.content.substring(close + 1, end);
    // Right after a quote, # begins a comment for Compose and goes on with the word for a shell.
    boolean ends =
        rest.isBlank() || (this == SHELL ? " \t;&|)" : " \t;&|)#").indexOf(rest.charAt(0)) >= 0;
    return ends
        ? quote == '\''
            ? reader.scalar(
                reader.content.substring(start + 1, close), Style.QUOTED, start + 1, close)
            : literal(reader, start + 1, close, Style.QUOTED)
        : reader.computed(start, end);
  }

  /** What holds nothing that is expanded, or is nothing but an expansion with a default. */
  static YamlNode.Scalar literal(CharReader reader, int start, int end, Style style) {
    String raw = reader.content.substring(start, end);
    if (raw.chars().noneMatch(c -> "$`\\".indexOf(c) >= 0)
        && (style == Style.QUOTED || raw.chars().noneMatch(c -> c == '"' || c == '\''))) {
      return reader.scalar(raw, style, start, end);
    }
    Matcher expansion = DEFAULT.matcher(raw);
    return expansion.matches()
        ? reader.plain(start + expansion.start(1), start + expansion.end(1))
        : reader.computed(start, end);
  }
}
