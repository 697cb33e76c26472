package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the elements of an XML file as nodes: an element with children is a mapping, one without
 * them its text. Attributes are passed over, and a document type is refused: it could define
 * entities without end. (The parsers of the Java library do not say where a text begins.)
 */
final class XmlText extends CharReader {
  private static final String SPACE = " \t\r\n";

  XmlText(SourceText text) {
    super(text);
  }

  YamlNode.Mapping read() throws UnparsableException {
    YamlNode.Mapping root = new YamlNode.Mapping(new ArrayList<>(), 0);
    skipMisc();
    if (peek() != '<') {
      throw wrong("expected an element");
    }
    root.pairs().add(element(0));
    skipMisc();
    if (!isEnd()) {
      throw wrong("something stands after the root element");
    }
    return root;
  }

  /** White space, comments and processing instructions. */
  private void skipMisc() throws UnparsableException {
    skip(SPACE);
    while (isAt("<?") || isAt("<!")) {
      if (isAt("<!DOCTYPE")) {
        throw wrong("a document type is not read");
      }
      skipPast(isAt("<?") ? "?>" : "-->");
      skip(SPACE);
    }
  }

  private void skipPast(String end) throws UnparsableException {
    int found = content.indexOf(end, at);
    if (found < 0) {
      throw wrong("expected " + end);
    }
    at = found + end.length();
  }

  private YamlNode.Pair element(int depth) throws UnparsableException {
    if (depth > MAX_DEPTH) {
      throw wrong("elements are nested more than " + MAX_DEPTH + " deep");
    }
    at++;
    YamlNode.Scalar name = name();
    boolean empty = attributes();
    if (empty) {
      return new YamlNode.Pair(name, scalar("", Style.PLAIN, at, at));
    }
    return new YamlNode.Pair(name, content(name, depth));
  }

  private YamlNode.Scalar name() throws UnparsableException {
    int start = at;
    while (!isEnd() && (SPACE + "/><=").indexOf(peek()) < 0) {
      at++;
    }
    if (at == start) {
      throw wrong("expected a name");
    }
    return plain(start, at);
  }

  /** Goes behind the tag; says whether it ends with {@code />}. */
  private boolean attributes() throws UnparsableException {
    while (true) {
      skip(SPACE);
      if (isAt("/>")) {
        at += 2;
        return true;
      }
      if (peek() == '>') {
        at++;
        return false;
      }
      name();
      skip(SPACE);
      if (peek() != '=') {
        throw wrong("expected = after the name of an attribute");
      }
      at++;
      skip(SPACE);
      char quote = peek();
      if (quote != '"' && quote != '\'') {
        throw wrong("expected a quote");
      }
      at++;
      skipPast(String.valueOf(quote));
    }
  }

  private YamlNode content(YamlNode.Scalar name, int depth) throws UnparsableException {
    int start = at;
    List<YamlNode.Pair> children = new ArrayList<>();
    boolean mixed = false; // a comment or CDATA: the text is not one piece of the file
    while (!isAt("</")) {
      if (isEnd()) {
        throw wrong("<" + name.text() + "> is not closed");
      }
      if (isAt("<!--") || isAt("<?")) {
        mixed = true;
        skipPast(isAt("<?") ? "?>" : "-->");
      } else if (isAt("<![CDATA[")) {
        mixed = true;
        skipPast("]]>");
      } else if (peek() == '<') {
        children.add(element(depth + 1));
      } else {
        at++;
      }
    }
    int end = at;
    at += 2;
    YamlNode.Scalar closed = name();
    skip(SPACE);
    if (!closed.text().equals(name.text()) || peek() != '>') {
      throw wrong("expected </" + name.text() + ">");
    }
    at++;
    return children.isEmpty()
        ? value(start, end, mixed)
        : new YamlNode.Mapping(children, name.start());
  }

  private YamlNode.Scalar value(int from, int to, boolean mixed) {
    int start = from;
    int end = to;
    while (start < end && SPACE.indexOf(content.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && SPACE.indexOf(content.charAt(end - 1)) >= 0) {
      end--;
    }
    String raw = content.substring(start, end);
    return mixed || raw.indexOf('&') >= 0 ? computed(start, end) : plain(start, end);
  }

  private UnparsableException wrong(String what) {
    return unparsable("XML", what);
  }
}
