package io.github.containerversions.versions.site.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a command into words, as a POSIX shell does with spaces, quotes and backslashes. */
final class CommandWords {
  /** What a backslash takes the meaning from between double quotes. */
  private static final String ESCAPED_IN_QUOTES = "\\\"$`";

  private static final Set<String> OPERATORS =
      Set.of("|", "||", "&", "&&", ";", "<", ">", ">>", "2>", "2>&1", ">&2");

  private final String parameter;
  private final String template;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean quoted;
  private int at;

  private CommandWords(String parameter, String template) {
    this.parameter = parameter;
    this.template = template;
  }

  static List<String> split(String parameter, String template) {
    CommandWords split = new CommandWords(parameter, template);
    split.readAll();
    if (split.words.isEmpty()) {
      throw split.error("has no command in it");
    }
    return List.copyOf(split.words);
  }

  private void readAll() {
    while (at < template.length()) {
      char c = template.charAt(at++);
      switch (c) {
        case ' ', '\t', '\n', '\r' -> endWord();
        case '\'' -> readSingleQuoted();
        case '"' -> readDoubleQuoted();
        case '\\' -> add(next("ends with a backslash"), true);
        default -> add(c, false);
      }
    }
    endWord();
  }

  private void readSingleQuoted() {
    int end = template.indexOf('\'', at);
    if (end < 0) {
      throw error("has a single quote that is not closed");
    }
    word.append(template, at, end);
    inWord = true;
    quoted = true;
    at = end + 1;
  }

  private void readDoubleQuoted() {
    String unclosed = "has a double quote that is not closed";
    inWord = true;
    quoted = true;
    for (char c = next(unclosed); c != '"'; c = next(unclosed)) {
      if (c == '\\'
          && at < template.length()
          && ESCAPED_IN_QUOTES.indexOf(template.charAt(at)) >= 0) {
        c = next(unclosed);
      }
      word.append(c);
    }
  }

  private char next(String error) {
    if (at == template.length()) {
      throw error(error);
    }
    return template.charAt(at++);
  }

  private void add(char c, boolean escaped) {
    word.append(c);
    inWord = true;
    quoted |= escaped;
  }

  private void endWord() {
    if (inWord) {
      String done = word.toString();
      if (!quoted && OPERATORS.contains(done)) {
        throw error(
            "is not run by a shell, so "
                + done
                + " has no meaning in it: put what needs a shell into a script");
      }
      words.add(done);
    }
    word.setLength(0);
    inWord = false;
    quoted = false;
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException(parameter + " " + what + ": " + template);
  }
}
