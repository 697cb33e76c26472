package io.github.containerversions.core.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heredoc that an instruction of a Dockerfile opens (Dockerfile reference, "Here-Documents").
 *
 * @param name the line that closes it
 * @param chomp whether tabs before that line do not count
 */
record OpenedHeredoc(String name, boolean chomp) {

  /** The word that opens one: a file descriptor or none, the operator, the name. */
  private static final Pattern WORD =
      Pattern.compile("[0-9]*+<<(?<chomp>-?+)\\s*+(?<name>[^<]++)", Pattern.DOTALL);

  /** Those that the arguments of an instruction open. */
  static List<OpenedHeredoc> in(String arguments) {
    List<OpenedHeredoc> opened = new ArrayList<>();
    for (String word : arguments.contains("<<") ? words(arguments) : List.<String>of()) {
      Matcher heredoc = WORD.matcher(word);
      String name = heredoc.matches() ? unquoted(heredoc.group("name")) : "";
      if (!name.isEmpty()) {
        opened.add(new OpenedHeredoc(name, !heredoc.group("chomp").isEmpty()));
      }
    }
    return opened;
  }

  /** The words of a shell, as written; none where a quote stays open. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    char quote = '\0';
    int start = 0;
    for (int next = 0; next < text.length(); next++) {
      char c = text.charAt(next);
      if (c == '\\' && quote != '\'') {
        next++;
      } else if (quote == '\0' && DockerfilePairs.isSpace(c)) {
        words.add(text.substring(start, next));
        start = next + 1;
      } else if (quote == '\0' && text.startsWith("<<", next)) {
        next++;
        // blanks behind the operator belong to the word
        while (next + 1 < text.length() && DockerfilePairs.isSpace(text.charAt(next + 1))) {
          next++;
        }
      } else {
        quote = DockerfilePairs.quoteAfter(c, quote);
      }
    }
    words.add(text.substring(start));
    return quote == '\0' ? words : List.of();
  }

  /** Without quotes, and without the backslashes that make characters mean themselves. */
  private static String unquoted(String name) {
    StringBuilder text = new StringBuilder();
    char quote = '\0';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      char next = i + 1 < name.length() ? name.charAt(i + 1) : '\0';
      char after = DockerfilePairs.quoteAfter(c, quote);
      if (c == '\\' && (quote == '\0' || (quote == '"' && "\"\\$".indexOf(next) >= 0))) {
        text.append(next);
        i++;
      } else if (after == quote) {
        text.append(c);
      }
      quote = after;
    }
    return text.toString();
  }
}
