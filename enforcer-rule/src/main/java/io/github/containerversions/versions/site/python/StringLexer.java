package io.github.containerversions.versions.site.python;

/** Finds where string literals and the texts inside f-strings end. */
final class StringLexer {
  private final String text;
  private final Tokens tokens;
  private final Brackets brackets;

  StringLexer(Tokens tokens, Brackets brackets) {
    this.text = tokens.text();
    this.tokens = tokens;
    this.brackets = brackets;
  }

  /**
   * Takes a string literal; of an f-string only the opening quotes.
   *
   * @param start offset of its prefix
   * @param quoteAt offset of its first quote
   * @return the offset just after
   */
  int literal(int start, int quoteAt) throws PythonSyntaxException {
    String one = text.substring(quoteAt, quoteAt + 1);
    String quote = text.startsWith(one.repeat(3), quoteAt) ? one.repeat(3) : one;
    String prefix = text.substring(start, quoteAt);
    int at = quoteAt + quote.length();
    if (containsAny(prefix, "fFtT")) {
      brackets.openString(start, at, quote, containsAny(prefix, "rR"));
      return at;
    }
    while (at < text.length() && !text.startsWith(quote, at)) {
      if (text.charAt(at) == '\\') {
        at += 1 + Math.max(1, LineEnd.length(text, at + 1));
      } else if (quote.length() == 1 && LineEnd.length(text, at) > 0) {
        break;
      } else {
        at++;
      }
    }
    if (!text.startsWith(quote, at)) {
      int end = quote.length() == 1 ? Math.min(at, text.length()) : quoteAt + quote.length();
      throw new PythonSyntaxException(
          start, end, "the string has no end", "add the closing " + quote);
    }
    at += quote.length();
    tokens.add(TokenKind.STRING, start, at);
    return at;
  }

  private static boolean containsAny(String prefix, String letters) {
    for (int at = 0; at < prefix.length(); at++) {
      if (letters.indexOf(prefix.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes text of an f-string or of a format specification, and the brace or quote that ends it.
   *
   * @return the offset just after
   */
  int text(int start) throws PythonSyntaxException {
    Brackets.OpenString string = brackets.string();
    boolean format = brackets.isInFormat();
    int at = textEnd(start, string, format);
    if (at >= text.length()) {
      throw brackets.unterminatedString(text.length());
    }
    if (at > start) {
      tokens.add(TokenKind.FSTRING_TEXT, start, at);
    }
    if (text.startsWith(string.quote(), at)) {
      brackets.closeString(at, at + string.quote().length());
      return at + string.quote().length();
    }
    if (text.charAt(at) == '{') {
      brackets.openField(at);
    } else if (format) {
      brackets.close(at);
    } else {
      throw new PythonSyntaxException(at, at + 1, "a single '}' in an f-string", "write }}");
    }
    return at + 1;
  }

  /** In a format specification braces are not doubled. */
  private int textEnd(int start, Brackets.OpenString string, boolean format)
      throws PythonSyntaxException {
    int at = start;
    boolean characterName = false;
    while (at < text.length() && !text.startsWith(string.quote(), at)) {
      char c = text.charAt(at);
      if (c == '\\' && !string.raw() && text.startsWith("N{", at + 1)) {
        characterName = true;
        at += 3;
      } else if (c == '\\') {
        at += escapeLength(at);
      } else if (!format && string.quote().length() == 1 && LineEnd.length(text, at) > 0) {
        throw brackets.unterminatedString(at);
      } else if (characterName) {
        characterName = c != '}';
        at++;
      } else if (!format && (text.startsWith("{{", at) || text.startsWith("}}", at))) {
        at += 2;
      } else if (c == '{' || c == '}') {
        return at;
      } else {
        at++;
      }
    }
    return at;
  }

  /** A brace is never escaped by a backslash. */
  private int escapeLength(int at) {
    boolean brace = text.startsWith("{", at + 1) || text.startsWith("}", at + 1);
    return brace ? 1 : 1 + Math.max(1, LineEnd.length(text, at + 1));
  }
}
