package io.github.containerversions.source.nix;

/** Cuts strings of both kinds into text, escapes and interpolations. */
abstract class StringScanner extends ModalScanner {

  StringScanner(String text) {
    super(text);
  }

  boolean quote() {
    emit(Token.QUOTE, at + 1);
    enter(Mode.STRING);
    return true;
  }

  boolean string() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || (c == '$' && is(at + 1, '{'))) {
        addText(start);
        if (c == '$') {
          return open(Token.INTERPOLATION, 2);
        }
        return close(Token.QUOTE, 1);
      }
      if (c == '\0') {
        return bad("a string cannot hold the character NUL", at + 1);
      }
      if (c == '$' && !is(at + 1, '"')) {
        // A dollar takes the next character with it: "$${x}" holds no interpolation.
        at++;
        c = at < text.length() ? text.charAt(at) : c;
      }
      at += c == '\\' ? 2 : 1;
    }
    at = text.length();
    return stop();
  }

  boolean indentedOpen() {
    int end = at + 2;
    while (is(end, ' ')) {
      end++;
    }
    emit(Token.INDENTED_OPEN, is(end, '\n') ? end + 1 : at + 2);
    enter(Mode.INDENTED);
    return true;
  }

  boolean indented() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\0') {
        return bad("a string cannot hold the character NUL", at + 1);
      }
      if (c == '$' || c == '\'') {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\'';
        if (next == '\'' || next == (c == '$' ? '{' : '$')) {
          addText(start);
          return indentedSpecial(c, next);
        }
        at++;
      }
      at++;
    }
    at = text.length();
    return stop();
  }

  /** A dollar or a quote in an indented string that does not simply stand for itself. */
  private boolean indentedSpecial(char c, char next) {
    if (c == '$') {
      return next == '{' ? open(Token.INTERPOLATION, 2) : emit(Token.ESCAPE, at + 1);
    }
    if (next != '\'' || at + 1 >= text.length()) {
      return emit(Token.ESCAPE, at + 1);
    }
    if (is(at + 2, '$') || is(at + 2, '\'')) {
      return emit(Token.ESCAPE, at + 3);
    }
    if (is(at + 2, '\\') && at + 3 < text.length()) {
      return emit(Token.ESCAPE, at + 4);
    }
    return close(Token.INDENTED_CLOSE, 2);
  }

  private void addText(int start) {
    if (at > start) {
      tokens.add(Token.TEXT, start, at);
    }
  }
}
