package io.github.containerversions.source.nix;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a Nix expression into tokens, as Nix's own scanner does (Nix reference manual, "Lexical
 * structure"): the longest token wins, strings and paths are scanned in modes of their own, and
 * <code>${</code> returns to ordinary code until the brace that closes it.
 */
final class NixLexer extends StringScanner {
  /**
   * How far the runs of path and of scheme characters reach that were measured last. A run is
   * measured once, not again from each token inside it; this is what keeps "......" linear.
   */
  private int pathRunEnd;

  private int schemeRunEnd;

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
  private boolean code() {
    if (at == text.length()) {
      return stop();
    }
    char c = text.charAt(at);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      at++;
      return true;
    }
    if (c == '#') {
      skipLine();
      return true;
    }
    if (CharClass.IDENTIFIER_START.has(c)) {
      return plainWord() || pathOrUri() || word();
    }
    if (CharClass.PATH.has(c) || c == '/') {
      return pathOrUri() || number() || operator(c);
    }
    return operator(c);
  }

  /** A word that, by the character after it, can be no start of a path or a URI, as most are. */
  private boolean plainWord() {
    int end = CharClass.IDENTIFIER.end(text, at);
    if (end < text.length() && "./+:".indexOf(text.charAt(end)) >= 0) {
      return false;
    }
    return emit(Token.ofWord(text, at, end), end);
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private boolean pathOrUri() {
    int slash = pathRunEnd();
    int pathEnd = pathEnd(slash);
    int uriEnd = uriEnd();
    if (pathEnd > at && pathEnd >= uriEnd) {
      boolean open = text.charAt(pathEnd - 1) == '/';
      emit(Token.PATH, pathEnd);
      enter(open ? Mode.PATH_SLASH : Mode.PATH);
      return true;
    }
    if (uriEnd > at) {
      emit(Token.URI, uriEnd);
      return true;
    }
    if (is(slash, '/') && is(slash + 1, '$') && is(slash + 2, '{')) {
      emit(Token.PATH, slash + 1);
      enter(Mode.PATH_SLASH);
      return true;
    }
    return false;
  }

  private int pathRunEnd() {
    if (pathRunEnd <= at) {
      pathRunEnd = CharClass.PATH.end(text, at);
    }
    return pathRunEnd;
  }

  /** Where a path ends whose first slash is at {@code slash}; {@code at} where it is none. */
  private int pathEnd(int slash) {
    int end = at;
    int next = slash;
    while (is(next, '/')) {
      int segment = CharClass.PATH.end(text, next + 1);
      if (segment == next + 1) {
        return end == at ? at : segment;
      }
      end = segment;
      next = segment;
    }
    return end;
  }

  /** Where the URI ends that starts here; {@code at} where none does. */
  private int uriEnd() {
    if (!CharClass.SCHEME_START.has(text.charAt(at))) {
      return at;
    }
    if (schemeRunEnd <= at) {
      schemeRunEnd = CharClass.SCHEME.end(text, at);
    }
    if (!is(schemeRunEnd, ':')) {
      return at;
    }
    int end = CharClass.URI.end(text, schemeRunEnd + 1);
    return end == schemeRunEnd + 1 ? at : end;
  }

  private boolean word() {
    int end = CharClass.IDENTIFIER.end(text, at);
    emit(Token.ofWord(text, at, end), end);
    return true;
  }

  private boolean number() {
    int floatEnd = NumberSyntax.floatEnd(text, at);
    if (floatEnd > at) {
      return NumberSyntax.floatFits(text, at, floatEnd)
          ? emit(Token.FLOAT, floatEnd)
          : bad("floating-point number out of range", floatEnd);
    }
    int end = CharClass.DIGIT.end(text, at);
    if (end == at) {
      return false;
    }
    return NumberSyntax.integerFits(text, at, end)
        ? emit(Token.INTEGER, end)
        : bad("integer out of range", end);
  }

  private boolean operator(char c) {
    Token whole = c < WHOLE.length ? WHOLE[c] : null;
    if (whole != null) {
      return emit(whole, at + 1);
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    return switch (c) {
      case '{' -> open(Token.LEFT_BRACE, 1);
      case '}' -> close(Token.RIGHT_BRACE, 1);
      case '=' -> next == '=' ? emit(Token.EQUAL, at + 2) : emit(Token.ASSIGN, at + 1);
      case '!' -> next == '=' ? emit(Token.NOT_EQUAL, at + 2) : emit(Token.NOT, at + 1);
      case '>' -> next == '=' ? emit(Token.GREATER_EQUAL, at + 2) : emit(Token.GREATER, at + 1);
      case '-' -> next == '>' ? emit(Token.IMPLIES, at + 2) : emit(Token.MINUS, at + 1);
      case '+' -> next == '+' ? emit(Token.CONCAT, at + 2) : emit(Token.PLUS, at + 1);
      case '.' -> dots(next);
      case '/' -> slash(next);
      case '<' -> less(next);
      case '&' -> next == '&' ? emit(Token.AND_AND, at + 2) : unexpected();
      case '|' -> next == '|' ? emit(Token.OR_OR, at + 2) : pipe(next == '>');
      case '$' -> next == '{' ? open(Token.INTERPOLATION, 2) : unexpected();
      case '"' -> quote();
      case '\'' -> next == '\'' ? indentedOpen() : unexpected();
      case '~' -> homePath();
      // Nix's scanner hands its parser the number 0 here, which is the end of the file there.
      case '\0' -> stop();
      default -> unexpected();
    };
  }

  private boolean dots(char next) {
    boolean three = next == '.' && is(at + 2, '.');
    return three ? emit(Token.ELLIPSIS, at + 3) : emit(Token.DOT, at + 1);
  }

  private boolean slash(char next) {
    if (next == '/') {
      return emit(Token.UPDATE, at + 2);
    }
    if (next != '*') {
      return emit(Token.SLASH, at + 1);
    }
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      return bad("the comment that starts here is not closed", at + 2);
    }
    at = end + 2;
    return true;
  }

  private boolean less(char next) {
    int end = searchPathEnd();
    if (end > at) {
      return emit(Token.SEARCH_PATH, end);
    }
    if (next == '|') {
      return pipe(true);
    }
    return next == '=' ? emit(Token.LESS_EQUAL, at + 2) : emit(Token.LESS, at + 1);
  }

  private int searchPathEnd() {
    int segment = at;
    do {
      int end = CharClass.PATH.end(text, segment + 1);
      if (end == segment + 1) {
        return at;
      }
      segment = end;
    } while (is(segment, '/'));
    return is(segment, '>') ? segment + 1 : at;
  }

  private boolean pipe(boolean operator) {
    return operator
        ? bad("pipe operators are an experimental feature of Nix", at + 2)
        : unexpected();
  }

  private boolean homePath() {
    int end = pathEnd(at + 1);
    if (end == at && !(is(at + 1, '/') && is(at + 2, '$') && is(at + 3, '{'))) {
      return unexpected();
    }
    int pieceEnd = end == at ? at + 2 : end;
    boolean open = text.charAt(pieceEnd - 1) == '/';
    emit(Token.HOME_PATH, pieceEnd);
    enter(open ? Mode.PATH_SLASH : Mode.PATH);
    return true;
  }

  // Paths.

  private boolean path() {
    if (is(at, '$') && is(at + 1, '{')) {
      mode = Mode.PATH;
      return open(Token.INTERPOLATION, 2);
    }
    int end = at;
    if (at < text.length()) {
      int run = pathRunEnd();
      end = Math.max(pathEnd(run), is(run, '/') ? run + 1 : run);
    }
    if (end > at) {
      mode = text.charAt(end - 1) == '/' ? Mode.PATH_SLASH : Mode.PATH;
      return emit(Token.TEXT, end);
    }
    if (mode == Mode.PATH_SLASH) {
      return bad("a path must not end in a slash", Math.min(at + 1, text.length()));
    }
    leave();
    tokens.add(Token.PATH_END, at, at);
    return true;
  }
}
