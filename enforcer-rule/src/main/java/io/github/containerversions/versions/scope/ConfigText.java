package io.github.containerversions.versions.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a configuration file of git, read as git reads it; see git-config(1), "Syntax". Where
 * git gives up, reading ends: git then answers nothing at all.
 */
final class ConfigText {

  /**
   * A variable.
   *
   * @param section the name of its section in lower case, then a dot and the subsection as written,
   *     if there is one
   * @param key its name in lower case
   * @param value its value; empty where it has none
   */
  record Variable(String section, String key, String value) {}

  private static final char END = '\n';

  private final String text;
  private final List<Variable> variables = new ArrayList<>();
  private int position;
  private String section = "";

  private ConfigText(String text) {
    // A line may end as on Windows, and a file may begin with a mark of its encoding.
    this.text = text.replace("\r\n", "\n");
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** All variables, in the order of the file. */
  static List<Variable> variables(String text) {
    ConfigText config = new ConfigText(text);
    try {
      config.read();
    } catch (NotConfigException givenUp) {
      // What stands before it counts, should another git read on.
    }
    return config.variables;
  }

  private static final class NotConfigException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private boolean atEnd() {
    return position >= text.length();
  }

  /** The next character; after the last, the end of a line. */
  private char next() {
    char c = atEnd() ? END : text.charAt(position);
    position++;
    return c;
  }

  private void read() throws NotConfigException {
    while (!atEnd()) {
      char c = next();
      if (c == '#' || c == ';') {
        skipLine();
      } else if (c == '[') {
        section = section();
      } else if (isLetter(c)) {
        position--;
        variables.add(variable());
      } else if (!isSpace(c)) {
        throw new NotConfigException();
      }
    }
  }

  private void skipLine() {
    while (next() != END) {
      // The rest is a comment.
    }
  }

  private String section() throws NotConfigException {
    StringBuilder name = new StringBuilder();
    for (char c = next(); c != ']'; c = next()) {
      if (isSpace(c)) {
        return lowerCase(name) + "." + subsection(c);
      }
      if (!isKey(c) && c != '.') {
        throw new NotConfigException();
      }
      name.append(c);
    }
    return lowerCase(name);
  }

  /** A subsection in quotes; a backslash before any character stands for that character. */
  private String subsection(char first) throws NotConfigException {
    char c = first;
    while (isSpace(c) && c != END) {
      c = next();
    }
    if (c != '"') {
      throw new NotConfigException();
    }
    StringBuilder name = new StringBuilder();
    for (c = next(); c != '"'; c = next()) {
      char meant = c == '\\' ? next() : c;
      if (meant == END) {
        throw new NotConfigException();
      }
      name.append(meant);
    }
    if (next() != ']') {
      throw new NotConfigException();
    }
    return name.toString();
  }

  private Variable variable() throws NotConfigException {
    StringBuilder key = new StringBuilder();
    char c = next();
    for (; isKey(c); c = next()) {
      key.append(c);
    }
    while (c == ' ' || c == '\t') {
      c = next();
    }
    if (c == END) {
      return new Variable(section, lowerCase(key), "");
    }
    if (c != '=') {
      throw new NotConfigException();
    }
    return new Variable(section, lowerCase(key), value());
  }

  /** Quotes may begin and end anywhere in it; blanks around it do not count. */
  private String value() throws NotConfigException {
    StringBuilder value = new StringBuilder();
    StringBuilder blanks = new StringBuilder();
    boolean quoted = false;
    for (char c = next(); c != END; c = next()) {
      if (!quoted && (c == '#' || c == ';')) {
        skipLine();
        return value.toString();
      }
      if (!quoted && isSpace(c)) {
        blanks.append(value.isEmpty() ? "" : c);
        continue;
      }
      value.append(blanks);
      blanks.setLength(0);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        value.append(escaped());
      } else {
        value.append(c);
      }
    }
    if (quoted) {
      throw new NotConfigException();
    }
    return value.toString();
  }

  private String escaped() throws NotConfigException {
    char c = next();
    return switch (c) {
      case END -> ""; // the value goes on in the next line
      case 't' -> "\t";
      case 'b' -> "\b";
      case 'n' -> "\n";
      case '\\', '"' -> String.valueOf(c);
      default -> throw new NotConfigException();
    };
  }

  private static String lowerCase(StringBuilder name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isKey(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == END;
  }
}
