package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Positions;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts of a bake file: strings with variables in them, and lists of these (HCL, "Template
 * Expressions"). What calls a function or chooses is unknown.
 */
final class BakeText {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private BakeText() {}

  /**
   * A string as the file has it between its quotes.
   *
   * @param shift what to add to an offset in the text, to have one of the positions
   */
  static ShellWord template(String text, int shift, Positions positions) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      boolean kept = text.startsWith("$${", at) || text.startsWith("%%{", at);
      boolean opens = text.startsWith("${", at) || text.startsWith("%{", at);
      if (kept || !opens) {
        at += kept ? 3 : text.charAt(at) == '\\' ? 2 : 1;
        continue;
      }
      int end = close(text, at + 1);
      text(text, from, at, shift, pieces);
      String body = text.substring(Math.min(at + 2, end), end).strip();
      int last = Math.min(end + 1, text.length());
      pieces.add(
          text.charAt(at) == '$' && NAME.matcher(body).matches()
              ? new Piece.Variable(body, shift + at, shift + last)
              : new Piece.Computed("", shift + at, shift + last));
      at = last;
      from = last;
    }
    text(text, from, text.length(), shift, pieces);
    return new ShellWord(pieces, shift, shift + text.length(), positions);
  }

  private static void text(String text, int from, int to, int shift, List<Piece> into) {
    if (from < to) {
      String plain = text.substring(from, to);
      into.add(new Piece.Text(plain.replace("$${", "${"), shift + from, shift + to));
    }
  }

  /** Where the brace that opens here is closed; the end where it is not. */
  private static int close(String text, int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return text.length();
  }

  /** An expression: a string or the name of a variable; anything else is unknown. */
  static ShellWord expression(SourceText source, int start, int end) {
    String content = source.content();
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(content.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(content.charAt(to - 1))) {
      to--;
    }
    String text = content.substring(from, to);
    if (text.length() > 1 && text.startsWith("\"") && endOfString(content, from, to) == to) {
      return template(text.substring(1, text.length() - 1), from + 1, source::span);
    } else if (text.equals("null")) {
      return new ShellWord(List.of(), from, to, source::span);
    }
    Piece piece =
        NAME.matcher(text).matches()
            ? new Piece.Variable(text, from, to)
            : new Piece.Computed("", from, Math.max(to, from + 1));
    return new ShellWord(List.of(piece), from, to, source::span);
  }

  /** The elements of a list; one that is unknown where it is no list. */
  static List<ShellWord> list(SourceText source, int start, int end) {
    String content = source.content();
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(content.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(content.charAt(to - 1))) {
      to--;
    }
    if (to - from < 2 || content.charAt(from) != '[' || content.charAt(to - 1) != ']') {
      return List.of(expression(source, from, to));
    }
    List<ShellWord> elements = new ArrayList<>();
    int depth = 0;
    int first = from + 1;
    for (int at = from + 1; at < to; at++) {
      char c = content.charAt(at);
      if (c == '"') {
        at = endOfString(content, at, to) - 1;
        continue;
      } else if (c == '#' || content.startsWith("//", at)) {
        // A comment stands before an element or after its comma.
        int line = content.indexOf('\n', at);
        at = line < 0 || line > to - 1 ? to - 2 : line;
        first = hasQuote(content, first, at) ? first : at;
        continue;
      }
      if (depth == 0 && (c == ',' || at == to - 1)) {
        if (!content.substring(first, at).isBlank()) {
          elements.add(expression(source, first, at));
        }
        first = at + 1;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
    return elements;
  }

  private static boolean hasQuote(String content, int from, int to) {
    for (int at = from; at < to; at++) {
      if (content.charAt(at) == '"') {
        return true;
      }
    }
    return false;
  }

  /** The offset just after the string that begins here. */
  private static int endOfString(String content, int start, int limit) {
    int braces = 0;
    for (int at = start + 1; at < limit; at++) {
      char c = content.charAt(at);
      if (c == '\\') {
        at++;
      } else if (content.startsWith("${", at) || content.startsWith("%{", at)) {
        braces++;
        at++;
      } else if (c == '}' && braces > 0) {
        braces--;
      } else if (c == '"' && braces == 0) {
        return at + 1;
      }
    }
    return limit;
  }
}
