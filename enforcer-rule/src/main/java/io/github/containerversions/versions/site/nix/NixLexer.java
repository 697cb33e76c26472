package io.github.containerversions.versions.site.nix;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a Nix expression into tokens, as Nix's own scanner does (Nix reference manual, "Lexical
 * structure"): the longest token wins, strings and paths are scanned in modes of their own, and
 * <code>${</code> returns to ordinary code until the brace that closes it.
 */
final class NixLexer extends PathScanner {
  /** The characters that are a token each, whatever follows. */
  private static final @Nullable Token[] WHOLE = whole();

  private static @Nullable Token[] whole() {
    @Nullable Token[] whole = new @Nullable Token[128];
    whole['['] = Token.LEFT_BRACKET;
    whole[']'] = Token.RIGHT_BRACKET;
    whole['('] = Token.LEFT_PAREN;
    whole[')'] = Token.RIGHT_PAREN;
    whole[';'] = Token.SEMICOLON;
    whole[':'] = Token.COLON;
    whole[','] = Token.COMMA;
    whole['@'] = Token.AT;
    whole['?'] = Token.QUESTION;
    whole['*'] = Token.STAR;
    return whole;
  }

  private NixLexer(String text) {
    super(text);
  }

  static Tokens scan(String text) {
    NixLexer lexer = new NixLexer(text);
    lexer.scanAll();
    lexer.tokens.add(Token.END, lexer.at, lexer.at);
    return lexer.tokens;
  }

  private void scanAll() {
    while (!done) {
      switch (mode) {
        case CODE -> code();
        case STRING -> string();
        case INDENTED -> indented();
        case PATH, PATH_SLASH -> path();
      }
    }
  }

  // Ordinary code.

  /** Scans one token or one blank. */
  private void code() {
    if (at == text.length()) {
      done = true;
      return;
    }
    char c = text.charAt(at);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      at++;
    } else if (c == '#') {
      skipLine();
    } else if (CharClass.IDENTIFIER_START.has(c)) {
      if (!plainWord() && !pathOrUri()) {
        word(CharClass.IDENTIFIER.end(text, at));
      }
    } else if (CharClass.PATH.has(c) || c == '/') {
      if (!pathOrUri() && !number()) {
        operator(c);
      }
    } else {
      operator(c);
    }
  }

  // A step that tries whether its sort of token starts here says whether it took one.

  /** A word that, by the character after it, can be no start of a path or a URI, as most are. */
  private boolean plainWord() {
    int end = CharClass.IDENTIFIER.end(text, at);
    if (end < text.length() && "./+:".indexOf(text.charAt(end)) >= 0) {
      return false;
    }
    word(end);
    return true;
  }

  private void word(int end) {
    emit(Token.ofWord(text, at, end), end);
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private boolean number() {
    int floatEnd = NumberSyntax.floatEnd(text, at);
    if (floatEnd > at) {
      boolean fits = NumberSyntax.floatFits(text, at, floatEnd);
      numeral(Token.FLOAT, floatEnd, fits, "floating-point number out of range");
      return true;
    }
    int end = CharClass.DIGIT.end(text, at);
    if (end == at) {
      return false;
    }
    boolean fits = NumberSyntax.integerFits(text, at, end);
    numeral(Token.INTEGER, end, fits, "integer out of range");
    return true;
  }

  private void numeral(Token kind, int end, boolean fits, String otherwise) {
    if (fits) {
      emit(kind, end);
    } else {
      bad(otherwise, end);
    }
  }

  private void operator(char c) {
    Token whole = c < WHOLE.length ? WHOLE[c] : null;
    if (whole != null) {
      emit(whole, at + 1);
      return;
    }
    switch (c) {
      case '{' -> open(Token.LEFT_BRACE, 1);
      case '}' -> close(Token.RIGHT_BRACE, 1);
      case '=' -> oneOrTwo(Token.ASSIGN, '=', Token.EQUAL);
      case '!' -> oneOrTwo(Token.NOT, '=', Token.NOT_EQUAL);
      case '>' -> oneOrTwo(Token.GREATER, '=', Token.GREATER_EQUAL);
      case '-' -> oneOrTwo(Token.MINUS, '>', Token.IMPLIES);
      case '+' -> oneOrTwo(Token.PLUS, '+', Token.CONCAT);
      case '.' -> dots();
      case '/' -> slash();
      case '<' -> less();
      case '&' -> two('&', Token.AND_AND);
      case '|' -> bar();
      case '$' -> dollar();
      case '"' -> quote();
      case '\'' -> apostrophe();
      case '~' -> homePath();
      // Nix's scanner hands its parser the number 0 here, which is the end of the file there.
      case '\0' -> done = true;
      default -> unexpected();
    }
  }

  private void oneOrTwo(Token one, char second, Token both) {
    if (is(at + 1, second)) {
      emit(both, at + 2);
    } else {
      emit(one, at + 1);
    }
  }

  private void dots() {
    if (is(at + 1, '.') && is(at + 2, '.')) {
      emit(Token.ELLIPSIS, at + 3);
    } else {
      emit(Token.DOT, at + 1);
    }
  }

  private void slash() {
    if (!is(at + 1, '*')) {
      oneOrTwo(Token.SLASH, '/', Token.UPDATE);
      return;
    }
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      bad("the comment that starts here is not closed", at + 2);
    } else {
      at = end + 2;
    }
  }

  private void less() {
    int end = searchPathEnd();
    if (end > at) {
      emit(Token.SEARCH_PATH, end);
    } else if (is(at + 1, '|')) {
      pipe();
    } else {
      oneOrTwo(Token.LESS, '=', Token.LESS_EQUAL);
    }
  }

  private void bar() {
    if (is(at + 1, '>')) {
      pipe();
    } else {
      two('|', Token.OR_OR);
    }
  }

  private void pipe() {
    bad("pipe operators are an experimental feature of Nix", at + 2);
  }

  private void two(char second, Token both) {
    if (is(at + 1, second)) {
      emit(both, at + 2);
    } else {
      unexpected();
    }
  }

  private void dollar() {
    if (is(at + 1, '{')) {
      open(Token.INTERPOLATION, 2);
    } else {
      unexpected();
    }
  }

  private void apostrophe() {
    if (is(at + 1, '\'')) {
      indentedOpen();
    } else {
      unexpected();
    }
  }
}
