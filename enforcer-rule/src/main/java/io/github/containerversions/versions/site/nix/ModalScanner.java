package io.github.containerversions.versions.site.nix;

import java.util.Arrays;

/** A place in a text that tokens are cut from, the mode it is in, and the modes around that. */
abstract class ModalScanner {
  /** What sort of text is being scanned. */
  enum Mode {
    CODE,
    STRING,
    INDENTED,
    /** Right after a piece of a path. */
    PATH,
    /** Right after a piece of a path that ends in a slash and must go on. */
    PATH_SLASH
  }

  final String text;
  final Tokens tokens;
  int at;
  Mode mode = Mode.CODE;

  /** Whether the end is reached, of the text or of its sense. */
  boolean done;

  private Mode[] around = new Mode[16];
  private int depth;

  ModalScanner(String text) {
    this.text = text;
    this.tokens = new Tokens(text.length());
  }

  /** Whether a character stands at an offset; beyond the end none does. */
  boolean is(int offset, char c) {
    return offset < text.length() && text.charAt(offset) == c;
  }

  void emit(Token kind, int end) {
    tokens.add(kind, at, end);
    at = end;
  }

  void open(Token kind, int length) {
    emit(kind, at + length);
    enter(Mode.CODE);
  }

  void close(Token kind, int length) {
    emit(kind, at + length);
    leave();
  }

  void unexpected() {
    int end = at + Character.charCount(text.codePointAt(at));
    bad("unexpected character '" + text.substring(at, end) + "'", end);
  }

  void bad(String why, int end) {
    tokens.addBad(why, at, end);
    at = end;
    done = true;
  }

  void enter(Mode inner) {
    if (depth == around.length) {
      around = Arrays.copyOf(around, depth * 2);
    }
    around[depth++] = mode;
    mode = inner;
  }

  /** Back to what was scanned before; a stray brace at the outermost level changes nothing. */
  void leave() {
    if (depth > 0) {
      mode = around[--depth];
    }
  }
}
