package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Expr.Piece;
import io.github.containerversions.versions.site.nix.Expr.Str;
import io.github.containerversions.versions.site.nix.Expr.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What the text within a string stands for: escapes resolved and, in an indented string, the common
 * indentation taken away (Nix reference manual, "String literal").
 */
final class StringText {
  private final String text;
  private final Str string;

  /** Whether only spaces have been seen on the line so far. */
  private boolean lineStart = true;

  private int dropped;

  private StringText(String text, Str string) {
    this.text = text;
    this.string = string;
  }

  /** The value of a string without interpolations. */
  static String plain(String text, Str string) {
    List<String> texts = of(text, string);
    return texts.size() == 1 ? texts.get(0) : String.join("", texts);
  }

  /** What each piece of a string stands for, in order; the empty text for an interpolation. */
  static List<String> of(String text, Str string) {
    return new StringText(text, string).texts();
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>(string.pieces().size());
    int indentation = string.indented() ? indentation() : 0;
    int last = string.pieces().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (!(string.pieces().get(i) instanceof Text piece)) {
        lineStart = false;
        dropped = 0;
        texts.add("");
      } else if (!string.indented()) {
        texts.add(unescaped(text.substring(piece.start(), piece.end())));
      } else {
        String stripped = stripped(written(piece), indentation);
        texts.add(i == last ? withoutBlankLine(stripped) : stripped);
      }
    }
    return texts;
  }

  /** Backslash escapes resolved; CR and CRLF become LF. */
  private static String unescaped(String raw) {
    if (raw.indexOf('\\') < 0 && raw.indexOf('\r') < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        i++;
        char escaped = raw.charAt(i);
        value.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> escaped;
            });
      } else if (c == '\r') {
        value.append('\n');
        i += i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 1 : 0;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** A piece of an indented string before its indentation is taken away. */
  private String written(Text piece) {
    String raw = text.substring(piece.start(), piece.end());
    if (!piece.escape() || raw.length() == 1) {
      return raw;
    }
    return switch (raw.charAt(2)) {
      case '$' -> "$";
      case '\'' -> "''";
      default -> unescaped(raw.substring(2));
    };
  }

  /** The least number of spaces that a line starts with; lines of nothing else do not count. */
  private int indentation() {
    int least = Integer.MAX_VALUE;
    int current = 0;
    boolean start = true;
    for (Piece piece : string.pieces()) {
      if (!(piece instanceof Text plain) || plain.escape()) {
        least = start ? Math.min(least, current) : least;
        start = false;
        continue;
      }
      for (int i = plain.start(); i < plain.end(); i++) {
        char c = text.charAt(i);
        if (c == '\n') {
          start = true;
          current = 0;
        } else if (start && c == ' ') {
          current++;
        } else if (start) {
          start = false;
          least = Math.min(least, current);
        }
      }
    }
    return least;
  }

  private String stripped(String raw, int indentation) {
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n') {
        lineStart = true;
        dropped = 0;
      } else if (lineStart && c == ' ') {
        dropped++;
        if (dropped <= indentation) {
          continue;
        }
      } else if (lineStart) {
        lineStart = false;
        dropped = 0;
      }
      value.append(c);
    }
    return value.toString();
  }

  /** Without the spaces before the closing quotes, where they stand on a line of their own. */
  private static String withoutBlankLine(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == ' ') {
      end--;
    }
    return end > 0 && value.charAt(end - 1) == '\n' ? value.substring(0, end) : value;
  }
}
