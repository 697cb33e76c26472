package io.github.containerversions.core.yaml;

import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain part of YAML that nearly every inventory keeps to: block mappings and sequences
 * of scalars that stand on one line, and comments. Whatever else it meets, it reads nothing at all
 * and leaves the whole text to SnakeYAML, the judge of what a text means: what is read here is read
 * the same there, node by node and offset by offset, which a test holds.
 *
 * <p>It exists for its price: SnakeYAML's scanner is most of what a run over a large repository
 * costs, and the compiler of the virtual machine works longer on it than it runs itself.
 */
final class PlainYaml {
  /** Far below what SnakeYAML is asked to read, and more than plain files need. */
  private static final int MAX_DEPTH = 20;

  /** SnakeYAML takes no longer key without a question mark before it; none is so long. */
  private static final int MAX_KEY_LENGTH = 128;

  private final String text;
  private final int mostNodes;

  /** Texts that were met, for many come again: each where its characters say, until the next. */
  private final String[] texts = new String[256];

  private int nodes;

  /** Where the content of the line at hand begins; the length of the text at its end. */
  private int at;

  /** The column of {@link #at}, 0-based; -1 at the end of the text. */
  private int column;

  private PlainYaml(String text, int mostNodes) {
    this.text = text;
    this.mostNodes = mostNodes;
    Arrays.fill(texts, "");
  }

  /** Something that is left to SnakeYAML; it has no message, as nobody reads one. */
  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1;

    NotPlain() {
      super(null, null, false, false);
    }
  }

  /**
   * The root of a text; null where it is not plain.
   *
   * @param text holds only characters that YAML allows, no tabs, and only usual line breaks
   * @param mostNodes a text with more of them is not plain
   */
  static @Nullable YamlNode read(String text, int mostNodes) {
    try {
      return new PlainYaml(text, mostNodes).document();
    } catch (NotPlain e) {
      return null;
    }
  }

  private YamlNode document() throws NotPlain {
    nextLine(0);
    if (column == 0
        && text.startsWith("---", at)
        && isBlank(at + 3)
        && isLineEnd(skipSpaces(at + 3))) {
      nextLine(lineEnd(at));
    }
    YamlNode root = node(0);
    if (column >= 0) {
      throw new NotPlain();
    }
    return root;
  }

  /** The block collection that begins at hand. */
  private YamlNode node(int depth) throws NotPlain {
    if (column < 0 || depth > MAX_DEPTH) {
      throw new NotPlain();
    }
    count();
    return isEntry() ? items(depth) : mapping(depth);
  }

  private YamlNode mapping(int depth) throws NotPlain {
    int indent = column;
    YamlNode.Mapping mapping = new YamlNode.Mapping(new ArrayList<>(), at);
    do {
      int colon = keyEnd();
      if (colon < 0) {
        throw new NotPlain();
      }
      YamlNode.Scalar key = scalar(at, colon, Style.PLAIN);
      mapping.pairs().add(new YamlNode.Pair(key, value(colon + 1, indent, depth)));
    } while (column == indent);
    return endAbove(indent, mapping);
  }

  private YamlNode items(int depth) throws NotPlain {
    int indent = column;
    List<YamlNode> items = new ArrayList<>();
    YamlNode.Items list = new YamlNode.Items(items, at);
    do {
      int content = skipSpaces(at + 1);
      if (isLineEnd(content)) {
        throw new NotPlain();
      }
      column += content - at;
      at = content;
      items.add(isEntry() || keyEnd() >= 0 ? node(depth + 1) : scalarOnLine(content));
    } while (column == indent && isEntry());
    // A key may follow in the column of the hyphens, where the list is the value of the one before.
    return column == indent ? list : endAbove(indent, list);
  }

  /** What is deeper than the collection that has ended continues it in some way. */
  private YamlNode endAbove(int indent, YamlNode collection) throws NotPlain {
    if (column > indent) {
      throw new NotPlain();
    }
    return collection;
  }

  /** The value of a key, from just after its colon. */
  private YamlNode value(int from, int indent, int depth) throws NotPlain {
    int content = skipSpaces(from);
    if (!isLineEnd(content)) {
      return scalarOnLine(content);
    }
    nextLine(lineEnd(content));
    if (column > indent || (column == indent && isEntry())) {
      return node(depth + 1);
    }
    return scalar(from, from, Style.PLAIN);
  }

  /** The scalar that ends the line at hand. */
  private YamlNode scalarOnLine(int from) throws NotPlain {
    char first = text.charAt(from);
    YamlNode.Scalar scalar;
    if (first == '"' || first == '\'') {
      int end = quoteEnd(from + 1, first);
      scalar = scalar(from + 1, end, Style.QUOTED);
      if (!isBlank(end + 1) || !isLineEnd(skipSpaces(end + 1))) {
        throw new NotPlain();
      }
    } else {
      scalar = scalar(from, plainEnd(from), Style.PLAIN);
    }
    nextLine(lineEnd(from));
    return scalar;
  }

  private int quoteEnd(int from, char quote) throws NotPlain {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\\' || c == '\n') {
        break;
      }
    }
    throw new NotPlain();
  }

  /** The end of a plain scalar, white space and comment after it left out. */
  private int plainEnd(int from) throws NotPlain {
    if (!beginsPlain(text.charAt(from))) {
      throw new NotPlain();
    }
    int end = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '#' && text.charAt(i - 1) == ' ')) {
        break;
      }
      if (c == ':' && isBlank(i + 1)) {
        throw new NotPlain();
      }
      if (c != ' ' && c != '\r') {
        end = i + 1;
      }
    }
    return end;
  }

  private static boolean beginsPlain(char c) {
    return isWordPart(c) || c == '/' || c == '~' || c == '(' || c == '$' || c == '+' || c == '^';
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }

  /** The offset of the colon after the key at hand; -1 where no plain key stands there. */
  private int keyEnd() {
    int end = at;
    while (end < text.length()
        && (isWordPart(text.charAt(end)) || (end > at && text.charAt(end) == '-'))) {
      end++;
    }
    boolean key =
        end > at
            && end - at <= MAX_KEY_LENGTH
            && end < text.length()
            && text.charAt(end) == ':'
            && isBlank(end + 1);
    return key ? end : -1;
  }

  /** Whether an entry of a list begins at hand. */
  private boolean isEntry() {
    return at < text.length() && text.charAt(at) == '-' && isBlank(at + 1);
  }

  private YamlNode.Scalar scalar(int from, int to, Style style) throws NotPlain {
    count();
    return new YamlNode.Scalar(text(from, to), style, "", from, to);
  }

  private String text(int from, int to) {
    int slot = from == to ? 0 : (text.charAt(from) + 31 * (text.charAt(to - 1) + to - from)) & 255;
    if (texts[slot].length() != to - from || !text.startsWith(texts[slot], from)) {
      texts[slot] = text.substring(from, to);
    }
    return texts[slot];
  }

  private void count() throws NotPlain {
    if (++nodes > mostNodes) {
      throw new NotPlain();
    }
  }

  /** Goes on to the next line with content, from the start of a line or from its end. */
  private void nextLine(int from) {
    int start = from;
    while (start < text.length()) {
      int line = text.charAt(start) == '\n' ? start + 1 : start;
      int content = skipSpaces(line);
      if (!isLineEnd(content)) {
        at = content;
        column = content - line;
        return;
      }
      start = lineEnd(content);
    }
    at = text.length();
    column = -1;
  }

  private int skipSpaces(int from) {
    int offset = from;
    while (offset < text.length() && text.charAt(offset) == ' ') {
      offset++;
    }
    return offset;
  }

  /** The offset of the line feed that ends a line, or the end of the text. */
  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** Whether nothing stands at an offset, or a comment: white space has been skipped. */
  private boolean isLineEnd(int offset) {
    return offset >= text.length() || "\r\n#".indexOf(text.charAt(offset)) >= 0;
  }

  private boolean isBlank(int offset) {
    return offset >= text.length() || " \r\n".indexOf(text.charAt(offset)) >= 0;
  }
}
