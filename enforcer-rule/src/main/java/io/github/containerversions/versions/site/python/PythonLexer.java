package io.github.containerversions.versions.site.python;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into tokens as CPython does (Python reference, chapter 2, "Lexical analysis").
 *
 * <p>LF, CRLF and a lone CR end a line. Takes time linear in the text and no stack. A number may
 * have underscores and leading zeros that Python refuses.
 */
final class PythonLexer {
  private static final int TAB = 8;
  private static final List<String> LONG_OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->",
          "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", ":=");
  private static final String SHORT_OPERATORS = "+-*/%@&|^~<>,:.;=";
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX][0-9a-fA-F_]++|0[oO][0-7_]++|0[bB][01_]++"
              + "|(?:[0-9][0-9_]*+\\.?+[0-9_]*+|\\.[0-9][0-9_]*+)(?:[eE][+-]?+[0-9][0-9_]*+)?+[jJ]?+");

  private final String text;
  private final Tokens tokens;
  private final Brackets brackets;
  private final StringLexer strings;
  private final Indentation indentation = new Indentation();
  private final Matcher number;
  private int at;

  private PythonLexer(String text) {
    this.text = text;
    this.tokens = new Tokens(text);
    this.brackets = new Brackets(tokens);
    this.strings = new StringLexer(tokens, brackets);
    this.number = NUMBER.matcher(text);
  }

  static Tokens lex(String text) throws PythonSyntaxException {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new PythonSyntaxException(nul, nul + 1, "the file holds a NUL character");
    }
    return new PythonLexer(text).run();
  }

  private Tokens run() throws PythonSyntaxException {
    boolean lineStart = true;
    while (at < text.length()) {
      if (brackets.isInText()) {
        at = strings.text(at);
      } else if (lineStart) {
        lineStart = !startLine();
      } else {
        lineStart = token();
      }
    }
    if (brackets.isOpen() || brackets.isInText()) {
      throw brackets.unclosed();
    }
    if (!lineStart) {
      tokens.add(TokenKind.NEWLINE, at, at);
    }
    indentation.accept(0, 0, at, at, tokens);
    tokens.add(TokenKind.END, at, at);
    return tokens;
  }

  /**
   * Measures a line's indentation, or skips the line where nothing or only a comment is on it.
   *
   * @return whether a logical line starts here
   */
  private boolean startLine() throws PythonSyntaxException {
    int start = at;
    int column = 0;
    int narrowColumn = 0;
    int joinedColumn = 0;
    for (; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case ' ' -> {
          column++;
          narrowColumn++;
        }
        case '\t' -> {
          column = (column / TAB + 1) * TAB;
          narrowColumn++;
        }
        case '\f' -> {
          column = 0;
          narrowColumn = 0;
        }
        case '\\' -> {
          // The indentation of the first of the joined lines counts.
          joinedColumn = joinedColumn > 0 ? joinedColumn : column;
          joinLine();
          at--;
        }
        case '#', '\n', '\r' -> {
          at = LineEnd.next(text, at);
          at += LineEnd.length(text, at);
          return false;
        }
        default -> {
          boolean joined = joinedColumn > 0;
          indentation.accept(
              joined ? joinedColumn : column,
              joined ? joinedColumn : narrowColumn,
              start,
              at,
              tokens);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Takes one token, or skips blanks or a comment.
   *
   * @return whether the next line is a logical line's first
   */
  private boolean token() throws PythonSyntaxException {
    char c = text.charAt(at);
    switch (c) {
      case ' ', '\t', '\f' -> at++;
      case '#' -> at = LineEnd.next(text, at);
      case '\\' -> joinLine();
      case '\n', '\r' -> {
        int length = LineEnd.length(text, at);
        if (!brackets.isOpen()) {
          tokens.add(TokenKind.NEWLINE, at, at + length);
        }
        at += length;
        return !brackets.isOpen();
      }
      case '"', '\'' -> at = strings.literal(at, at);
      case '(', '[', '{' -> brackets.open(at++);
      case ')', ']', '}' -> brackets.close(at++);
      default -> {
        if (number.region(at, text.length()).lookingAt()) {
          tokens.add(TokenKind.NUMBER, at, number.end());
          at = number.end();
        } else if (Names.isStart(text.codePointAt(at))) {
          name();
        } else {
          operator();
        }
      }
    }
    return false;
  }

  /** A backslash at the end of a line, and the line's end. */
  private void joinLine() throws PythonSyntaxException {
    int length = LineEnd.length(text, at + 1);
    if (length == 0 && at + 1 < text.length()) {
      throw new PythonSyntaxException(
          at + 1, at + 2, "after the backslash that joins lines stands another character");
    }
    if (at + 1 + length >= text.length()) {
      throw new PythonSyntaxException(at, at + 1, "the file ends in a backslash");
    }
    at += 1 + length;
  }

  private void name() throws PythonSyntaxException {
    int start = at;
    while (at < text.length() && Names.isPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    if (quoted && Names.isStringPrefix(text, start, at)) {
      at = strings.literal(start, at);
    } else {
      tokens.add(TokenKind.NAME, start, at);
    }
  }

  private void operator() throws PythonSyntaxException {
    boolean field = brackets.isInField();
    if (field && text.charAt(at) == ':') {
      brackets.openFormat(at++);
      return;
    }
    int length = operatorLength();
    if (length == 0 && field && text.charAt(at) == '!') {
      length = 1;
    }
    if (length == 0) {
      throw stray();
    }
    tokens.add(TokenKind.OPERATOR, at, at + length);
    at += length;
  }

  private int operatorLength() {
    for (String operator : LONG_OPERATORS) {
      if (text.startsWith(operator, at)) {
        return operator.length();
      }
    }
    return SHORT_OPERATORS.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
  }

  private PythonSyntaxException stray() {
    int c = text.codePointAt(at);
    String code = String.format("U+%04X", c);
    String help =
        Character.getType(c) == Character.INITIAL_QUOTE_PUNCTUATION
                || Character.getType(c) == Character.FINAL_QUOTE_PUNCTUATION
            ? "use the straight quotes \" or '"
            : "remove the character " + code;
    return new PythonSyntaxException(
        at,
        at + Character.charCount(c),
        "the character " + Character.toString(c) + " (" + code + ") is no Python",
        help);
  }
}
