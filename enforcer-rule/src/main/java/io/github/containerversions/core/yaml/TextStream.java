package io.github.containerversions.core.yaml;

import java.io.Reader;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * Gives SnakeYAML's scanner a text in place, where its own reader copies its window again for every
 * kilobyte of a long scalar, which takes quadratic time.
 *
 * <p>Characters and indexes are UTF-16 units, so that the index of a mark is an offset in the text;
 * columns, which decide over indentation, are code points all the same. The text must hold nothing
 * but what YAML allows; a NUL would be taken for its end.
 */
final class TextStream extends StreamReader {
  private static final int[] NO_SNIPPET = {};

  private final String text;
  private int at;
  private int documentStart;
  private int line;
  private int column;

  TextStream(String text) {
    super(Reader.nullReader());
    this.text = text;
  }

  /** The offset of the first character that YAML does not allow (YAML 1.1, 4.1.1), or -1. */
  static int firstUnprintable(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c > '~') {
        int codePoint = text.codePointAt(at);
        if (!isPrintable(codePoint)) {
          return at;
        }
        at += Character.charCount(codePoint) - 1;
      }
    }
    return -1;
  }

  @Override
  public Mark getMark() {
    return new Mark("", at, line, column, NO_SNIPPET, 0);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    int end = Math.min(at + length, text.length());
    while (at < end) {
      char c = text.charAt(at++);
      if (Constant.LINEBR.has(c) || (c == '\r' && peek() != '\n')) {
        line++;
        column = 0;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  @Override
  public String prefix(int length) {
    return text.substring(at, Math.min(at + length, text.length()));
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    forward(length);
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return at - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = at;
  }

  @Override
  public int getIndex() {
    return at;
  }

  @Override
  public int getLine() {
    return line;
  }
}
