package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.NameTemplate;
import java.util.ArrayList;
import java.util.List;

/** The text of a {@link KeyPath}. */
final class PathText {
  private final String text;
  private final List<KeyPath.Step> steps = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private int at;

  PathText(String text) {
    this.text = text;
  }

  List<Integer> ends() {
    return ends;
  }

  private void add(KeyPath.Step step) {
    steps.add(step);
    ends.add(at);
  }

  List<KeyPath.Step> steps() {
    while (true) {
      boolean item = at < text.length() && text.charAt(at) == '[';
      if (!item) {
        add(name());
      }
      while (at < text.length() && text.charAt(at) == '[') {
        add(item());
      }
      if (at == text.length()) {
        return steps;
      }
      if (text.charAt(at) != '.') {
        throw new IllegalArgumentException("a dot is missing before " + text.substring(at));
      }
      at++;
    }
  }

  private KeyPath.Step name() {
    String name = word(".[");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a name is missing");
    }
    return switch (name) {
      case "*" -> new KeyPath.Step.Any();
      case "**" -> new KeyPath.Step.AnyDepth();
      default -> new KeyPath.Step.Name(NameTemplate.of(unquoted(name)));
    };
  }

  private KeyPath.Step item() {
    at++;
    String key = word("=]");
    if (at < text.length() && text.charAt(at) == ']' && key.equals("*")) {
      at++;
      return new KeyPath.Step.Any();
    }
    if (key.isEmpty() || at == text.length() || text.charAt(at) != '=') {
      throw new IllegalArgumentException("an item is written [name=web]");
    }
    at++;
    String value = word("]");
    if (value.isEmpty() || at == text.length()) {
      throw new IllegalArgumentException("an item is written [name=web]");
    }
    at++;
    return new KeyPath.Step.Item(unquoted(key), NameTemplate.of(unquoted(value)));
  }

  /** The text up to one of some characters; quotes included. */
  private String word(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (at == start && (c == '"' || c == '\'')) {
        at = text.indexOf(c, at + 1);
        if (at < 0) {
          throw new IllegalArgumentException("a quote is not closed");
        }
      }
      at++;
    }
    return text.substring(start, at);
  }

  private static String unquoted(String word) {
    char first = word.charAt(0);
    return (first == '"' || first == '\'') && word.length() > 1
        ? word.substring(1, word.length() - 1)
        : word;
  }
}
