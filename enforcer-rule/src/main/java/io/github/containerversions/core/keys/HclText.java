package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads HCL 2 (the native syntax of its specification) as nodes: a block is a mapping below its
 * type and its labels. An expression that is no literal is computed, whatever it holds.
 */
final class HclText extends CharReader {
  private static final String BLANK = " \t\r";
  private static final String SPACE = " \t\r\n";

  HclText(SourceText text) {
    super(text);
  }

  YamlNode.Mapping read() throws UnparsableException {
    YamlNode.Mapping root = new YamlNode.Mapping(new ArrayList<>(), 0);
    body(root, 0);
    if (!isEnd()) {
      throw wrong("a brace has no partner");
    }
    return root;
  }

  private void body(YamlNode.Mapping mapping, int depth) throws UnparsableException {
    if (depth > MAX_DEPTH) {
      throw wrong("blocks are nested more than " + MAX_DEPTH + " deep");
    }
    while (true) {
      skipSpace();
      if (isEnd() || peek() == '}') {
        return;
      }
      List<YamlNode.Scalar> words = new ArrayList<>();
      while (peek() != '=' && peek() != '{') {
        words.add(peek() == '"' ? string(0) : identifier());
        skip(BLANK);
      }
      if (words.isEmpty()) {
        throw wrong("expected a name");
      }
      if (peek() == '=') {
        at++;
        skip(BLANK);
        mapping.pairs().add(new YamlNode.Pair(words.get(0), expression(depth)));
      } else {
        block(mapping, words, depth);
      }
    }
  }

  private void block(YamlNode.Mapping mapping, List<YamlNode.Scalar> words, int depth)
      throws UnparsableException {
    YamlNode.Mapping inner = new YamlNode.Mapping(new ArrayList<>(), at++);
    body(inner, depth + 1);
    if (peek() != '}') {
      throw wrong("a block is not closed");
    }
    at++;
    YamlNode value = inner;
    for (int i = words.size() - 1; i > 0; i--) {
      value =
          new YamlNode.Mapping(
              new ArrayList<>(List.of(new YamlNode.Pair(words.get(i), value))),
              words.get(i).start());
    }
    mapping.pairs().add(new YamlNode.Pair(words.get(0), value));
  }

  private void skipSpace() throws UnparsableException {
    do {
      skip(SPACE);
    } while (skipComment());
  }

  /** Goes behind a comment that begins here; one of a line ends before its line feed. */
  private boolean skipComment() throws UnparsableException {
    if (isAt("/*")) {
      int end = content.indexOf("*/", at + 2);
      if (end < 0) {
        throw wrong("a comment is not closed");
      }
      at = end + 2;
      return true;
    }
    if (peek() == '#' || isAt("//")) {
      skipLine();
      return true;
    }
    return false;
  }

  private YamlNode.Scalar identifier() throws UnparsableException {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-' || peek() == '.') {
      at++;
    }
    if (at == start) {
      throw wrong("expected a name");
    }
    return plain(start, at);
  }

  /**
   * A string; one with a template or an escape is computed. A template may hold strings itself.
   *
   * @param depth in how many templates it stands
   */
  private YamlNode.Scalar string(int depth) throws UnparsableException {
    if (depth > MAX_DEPTH) {
      throw wrong("templates are nested more than " + MAX_DEPTH + " deep");
    }
    int start = ++at;
    boolean literal = true;
    while (peek() != '"') {
      if (isEnd() || peek() == '\n') {
        throw wrong("a string is not closed");
      }
      if (isAt("${") || isAt("%{")) {
        literal = false;
        at += 2;
        template(depth);
      } else if (isAt("$${") || isAt("%%{")) {
        literal = false;
        at += 3;
      } else if (peek() == '\\') {
        literal = false;
        at += 2;
      } else {
        at++;
      }
    }
    int end = at++;
    return literal
        ? scalar(content.substring(start, end), Style.QUOTED, start, end)
        : computed(start, end);
  }

  /** Goes behind the brace that ends a template; lines may end within it. */
  private void template(int depth) throws UnparsableException {
    int braces = 1;
    while (braces > 0) {
      if (isEnd()) {
        throw wrong("a string is not closed");
      }
      if (peek() == '"') {
        string(depth + 1);
      } else if (!skipComment()) {
        braces += peek() == '{' ? 1 : peek() == '}' ? -1 : 0;
        at++;
      }
    }
  }

  private YamlNode expression(int depth) throws UnparsableException {
    int start = at;
    if (peek() == '{') {
      YamlNode.Mapping object = new YamlNode.Mapping(new ArrayList<>(), at++);
      if (isSimpleObject() && isRead(object, depth)) {
        return object;
      }
    } else if (peek() == '"') {
      YamlNode.Scalar string = string(0);
      if (isExpressionEnd()) {
        return string;
      }
    } else if (Character.isLetterOrDigit(peek())) {
      YamlNode.Scalar word = identifier();
      if (isExpressionEnd() && isLiteral(word.text())) {
        return word;
      }
    }
    at = start;
    skipExpression();
    return computed(start, at);
  }

  private static boolean isLiteral(String word) {
    return Character.isDigit(word.charAt(0)) || word.equals("true") || word.equals("false");
  }

  /** What an object with other forms of keys holds is computed. */
  private boolean isRead(YamlNode.Mapping object, int depth) {
    try {
      body(object, depth + 1);
      return content.startsWith("}", at++);
    } catch (UnparsableException otherForm) {
      return false;
    }
  }

  /** An object with {@code =} and a line for each key, as people write them. */
  private boolean isSimpleObject() {
    int line = content.indexOf('\n', at);
    return line >= 0 && content.substring(at, line).isBlank();
  }

  private boolean isExpressionEnd() throws UnparsableException {
    skip(BLANK);
    while (isAt("/*")) {
      skipComment();
      skip(BLANK);
    }
    return isEnd() || "\n#}".indexOf(peek()) >= 0 || isAt("//");
  }

  /** Goes to the end of the line that ends the expression: brackets may span several. */
  private void skipExpression() throws UnparsableException {
    int depth = 0;
    while (!isEnd() && (depth > 0 || (peek() != '\n' && peek() != '}'))) {
      char c = peek();
      if (c == '"') {
        string(0);
      } else if (isAt("<<")) {
        heredoc();
      } else if (!skipComment()) {
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        if (depth < 0) {
          return;
        }
        at++;
      }
    }
  }

  private void heredoc() {
    at += isAt("<<-") ? 3 : 2;
    int start = at;
    skipLine();
    String marker = content.substring(start, at).strip();
    while (!isEnd()) {
      at++;
      int line = at;
      skipLine();
      if (content.substring(line, at).strip().equals(marker)) {
        return;
      }
    }
  }

  private UnparsableException wrong(String what) {
    return unparsable("HCL", what);
  }
}
