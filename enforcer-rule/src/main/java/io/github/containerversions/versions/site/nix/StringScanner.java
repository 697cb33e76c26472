package io.github.containerversions.versions.site.nix;

/** Cuts strings of both kinds into text, escapes and interpolations. */
abstract class StringScanner extends ModalScanner {
  /** Nix from 2.26 on refuses it; those before cut the string short there. */
  static final String NUL = "a string cannot hold the character NUL";

  StringScanner(String text) {
    super(text);
  }

  void quote() {
    emit(Token.QUOTE, at + 1);
    enter(Mode.STRING);
  }

  void string() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || (c == '$' && is(at + 1, '{'))) {
        addText(start);
        if (c == '$') {
          open(Token.INTERPOLATION, 2);
        } else {
          close(Token.QUOTE, 1);
        }
        return;
      }
      if (c == '\0') {
        bad(NUL, at + 1);
        return;
      }
      if (c == '$' && !is(at + 1, '"')) {
        // A dollar takes the next character with it: "$${x}" holds no interpolation.
        at++;
        c = at < text.length() ? text.charAt(at) : c;
      }
      at += c == '\\' ? 2 : 1;
    }
    at = text.length();
    done = true;
  }

  void indentedOpen() {
    int end = at + 2;
    while (is(end, ' ')) {
      end++;
    }
    emit(Token.INDENTED_OPEN, is(end, '\n') ? end + 1 : at + 2);
    enter(Mode.INDENTED);
  }

  void indented() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\0') {
        bad(NUL, at + 1);
        return;
      }
      if (c == '$' || c == '\'') {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\'';
        if (next == '\'' || next == (c == '$' ? '{' : '$')) {
          addText(start);
          indentedSpecial(c, next);
          return;
        }
        at++;
      }
      at++;
    }
    at = text.length();
    done = true;
  }

  /** A dollar or a quote in an indented string that does not simply stand for itself. */
  private void indentedSpecial(char c, char next) {
    if (c == '$' && next == '{') {
      open(Token.INTERPOLATION, 2);
    } else if (c == '$' || next != '\'' || at + 1 >= text.length()) {
      emit(Token.ESCAPE, at + 1);
    } else if (is(at + 2, '$') || is(at + 2, '\'')) {
      emit(Token.ESCAPE, at + 3);
    } else if (is(at + 2, '\\') && at + 3 < text.length()) {
      emit(Token.ESCAPE, at + 4);
    } else {
      close(Token.INDENTED_CLOSE, 2);
    }
  }

  private void addText(int start) {
    if (at > start) {
      tokens.add(Token.TEXT, start, at);
    }
  }
}
