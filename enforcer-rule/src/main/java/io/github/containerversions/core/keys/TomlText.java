package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.List;

/** Reads TOML 1.0 (toml.io) as nodes; a value that is no text keeps its looks. */
final class TomlText extends CharReader {
  private static final String BLANK = " \t\r";
  private static final String SPACE = " \t\r\n";

  TomlText(SourceText text) {
    super(text);
  }

  YamlNode.Mapping read() throws UnparsableException {
    YamlNode.Mapping root = mapping(0);
    YamlNode.Mapping table = root;
    while (true) {
      skipSpace();
      if (isEnd()) {
        return root;
      }
      if (isAt("[[")) {
        at += 2;
        table = item(root, keys());
        expect("]]");
      } else if (peek() == '[') {
        at++;
        table = table(root, keys());
        expect("]");
      } else {
        pair(table, 0);
      }
      skip(BLANK);
      if (peek() == '#') {
        skipLine();
      }
      if (!isEnd() && peek() != '\n') {
        throw wrong("a line ends after its value");
      }
    }
  }

  private static YamlNode.Mapping mapping(int start) {
    return new YamlNode.Mapping(new ArrayList<>(), start);
  }

  /** White space, line ends and comments. */
  private void skipSpace() {
    skip(SPACE);
    while (peek() == '#') {
      skipLine();
      skip(SPACE);
    }
  }

  private void expect(String token) throws UnparsableException {
    skip(BLANK);
    if (!isAt(token)) {
      throw wrong("expected " + token);
    }
    at += token.length();
  }

  private void pair(YamlNode.Mapping table, int depth) throws UnparsableException {
    List<YamlNode.Scalar> keys = keys();
    expect("=");
    skip(BLANK);
    YamlNode.Mapping target = table(table, keys.subList(0, keys.size() - 1));
    YamlNode.Scalar key = keys.get(keys.size() - 1);
    target.pairs().add(new YamlNode.Pair(key, value(depth)));
  }

  private List<YamlNode.Scalar> keys() throws UnparsableException {
    List<YamlNode.Scalar> keys = new ArrayList<>();
    do {
      at += keys.isEmpty() ? 0 : 1;
      skip(BLANK);
      keys.add(key());
      skip(BLANK);
    } while (peek() == '.');
    return keys;
  }

  private YamlNode.Scalar key() throws UnparsableException {
    if (peek() == '"' || peek() == '\'') {
      return string();
    }
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-') {
      at++;
    }
    if (at == start) {
      throw wrong("expected a key");
    }
    return plain(start, at);
  }

  /** The table that some keys lead to, made where it is not there yet. */
  private YamlNode.Mapping table(YamlNode.Mapping from, List<YamlNode.Scalar> keys)
      throws UnparsableException {
    YamlNode.Mapping table = from;
    for (YamlNode.Scalar key : keys) {
      YamlNode.Pair found = null;
      for (YamlNode.Pair pair : table.pairs()) {
        found = pair.isNamed(key.text()) ? pair : found;
      }
      YamlNode next = found == null ? mapping(key.start()) : found.value();
      if (found == null) {
        table.pairs().add(new YamlNode.Pair(key, next));
      }
      if (next instanceof YamlNode.Items list && !list.items().isEmpty()) {
        next = list.items().get(list.items().size() - 1);
      }
      if (!(next instanceof YamlNode.Mapping inner)) {
        throw wrong("a key above it has a value that is no table");
      }
      table = inner;
    }
    return table;
  }

  private YamlNode.Mapping item(YamlNode.Mapping root, List<YamlNode.Scalar> keys)
      throws UnparsableException {
    YamlNode.Mapping above = table(root, keys.subList(0, keys.size() - 1));
    YamlNode.Scalar key = keys.get(keys.size() - 1);
    YamlNode.Items list = null;
    for (YamlNode.Pair pair : above.pairs()) {
      if (pair.isNamed(key.text()) && pair.value() instanceof YamlNode.Items items) {
        list = items;
      }
    }
    if (list == null) {
      list = new YamlNode.Items(new ArrayList<>(), key.start());
      above.pairs().add(new YamlNode.Pair(key, list));
    }
    YamlNode.Mapping added = mapping(key.start());
    list.items().add(added);
    return added;
  }

  private YamlNode value(int depth) throws UnparsableException {
    if (depth > MAX_DEPTH) {
      throw wrong("values are nested more than " + MAX_DEPTH + " deep");
    }
    return switch (peek()) {
      case '"', '\'' -> string();
      case '[' -> array(depth);
      case '{' -> inlineTable(depth);
      default -> bare();
    };
  }

  private YamlNode bare() throws UnparsableException {
    int start = at;
    while (!isEnd() && ",]}#\n\r".indexOf(peek()) < 0) {
      at++;
    }
    int end = at;
    while (end > start && BLANK.indexOf(content.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == start) {
      throw wrong("expected a value");
    }
    return plain(start, end);
  }

  private YamlNode array(int depth) throws UnparsableException {
    YamlNode.Items list = new YamlNode.Items(new ArrayList<>(), at++);
    while (true) {
      skipSpace();
      if (peek() == ']') {
        at++;
        return list;
      }
      list.items().add(value(depth + 1));
      skipSpace();
      if (peek() == ',') {
        at++;
      } else if (peek() != ']') {
        throw wrong("expected a comma or ]");
      }
    }
  }

  private YamlNode inlineTable(int depth) throws UnparsableException {
    YamlNode.Mapping table = mapping(at++);
    while (true) {
      skipSpace();
      if (peek() == '}') {
        at++;
        return table;
      }
      pair(table, depth + 1);
      skipSpace();
      if (peek() == ',') {
        at++;
      } else if (peek() != '}') {
        throw wrong("expected a comma or }");
      }
    }
  }

  private YamlNode.Scalar string() throws UnparsableException {
    char quote = peek();
    String fence = String.valueOf(quote).repeat(3);
    return isAt(fence) ? multiLine(fence) : singleLine(quote);
  }

  private YamlNode.Scalar singleLine(char quote) throws UnparsableException {
    int start = ++at;
    StringBuilder value = new StringBuilder();
    while (peek() != quote) {
      if (isEnd() || peek() == '\n') {
        throw wrong("a string is not closed");
      }
      character(quote, value);
    }
    return scalar(value.toString(), Style.QUOTED, start, at++);
  }

  private YamlNode.Scalar multiLine(String fence) throws UnparsableException {
    at += fence.length();
    int start = at;
    StringBuilder value = new StringBuilder();
    while (!isAt(fence)) {
      if (isEnd()) {
        throw wrong("a string is not closed");
      }
      character(fence.charAt(0), value);
    }
    int end = at;
    at += fence.length();
    return scalar(value.toString().strip(), Style.BLOCK, start, end);
  }

  private void character(char quote, StringBuilder value) throws UnparsableException {
    if (quote == '\'' || peek() != '\\') {
      value.append(content.charAt(at++));
      return;
    }
    at++;
    char escape = peek();
    at++;
    int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
    if (digits > 0) {
      try {
        value.appendCodePoint(Integer.parseInt(content, at, at + digits, 16));
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw wrong("an escape has no character");
      }
      at += digits;
    } else if (SPACE.indexOf(escape) >= 0) {
      skip(SPACE); // a backslash at the end of a line
    } else {
      int known = "btnfr\"\\".indexOf(escape);
      if (known < 0) {
        throw wrong("there is no such escape");
      }
      value.append("\b\t\n\f\r\"\\".charAt(known));
    }
  }

  private UnparsableException wrong(String what) {
    return unparsable("TOML", what);
  }
}
