package io.github.containerversions.core.keys;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;

/** The characters of a file, and a place among them; what the readers of this room share. */
class CharReader {
  /** How deep values may be nested; readers recurse. */
  static final int MAX_DEPTH = 50;

  final SourceText text;
  final String content;
  int at;

  CharReader(SourceText text) {
    this.text = text;
    this.content = text.content();
  }

  boolean isEnd() {
    return at >= content.length();
  }

  /** The character at hand; a null character at the end. */
  char peek() {
    return isEnd() ? '\0' : content.charAt(at);
  }

  boolean isAt(String expected) {
    return content.startsWith(expected, at);
  }

  void skip(String characters) {
    while (!isEnd() && characters.indexOf(content.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Goes to the end of the line, before its line feed. */
  void skipLine() {
    int end = content.indexOf('\n', at);
    at = end < 0 ? content.length() : end;
  }

  UnparsableException unparsable(String kind, String what) {
    int end = Math.min(content.length(), at + 1);
    return new UnparsableException(
        Problem.of(
            Problem.Kind.SYNTAX,
            "the file is not well-formed " + kind + ": " + what,
            "correct it there",
            text.span(Math.min(at, end), end)));
  }

  YamlNode.Scalar scalar(String value, Style style, int start, int end) {
    return new YamlNode.Scalar(value, style, "", start, end);
  }

  YamlNode.Scalar plain(int start, int end) {
    return scalar(content.substring(start, end), Style.PLAIN, start, end);
  }

  YamlNode.Scalar computed(int start, int end) {
    return new YamlNode.Scalar(
        content.substring(start, end), Style.PLAIN, KeyFile.COMPUTED, start, end);
  }
}
