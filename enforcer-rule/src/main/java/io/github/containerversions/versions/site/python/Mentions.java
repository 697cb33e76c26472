package io.github.containerversions.versions.site.python;

import java.util.Optional;

/**
 * Finds what looks like an assignment of the variable in comments and strings, which declare
 * nothing.
 */
final class Mentions {
  private final Tokens tokens;
  private final String variable;
  private final String text;

  Mentions(Tokens tokens, String variable) {
    this.tokens = tokens;
    this.variable = variable;
    this.text = tokens.text();
  }

  /** The first such place. */
  Optional<NearMiss> first() {
    int token = 0;
    int length = variable.length();
    for (int at = text.indexOf(variable); at >= 0; ) {
      while (tokens.kind(token) != TokenKind.END && tokens.end(token) <= at) {
        token++;
      }
      if (isAssigned(at, at + length)) {
        boolean inToken = tokens.start(token) <= at;
        TokenKind kind = tokens.kind(token);
        if (inToken && (kind == TokenKind.STRING || kind == TokenKind.FSTRING_TEXT)) {
          return Optional.of(
              new NearMiss(variable + " is assigned only inside a string", at, at + length));
        }
        if (!inToken) {
          return Optional.of(
              new NearMiss(variable + " is assigned only in a comment", at, at + length));
        }
      }
      at = text.indexOf(variable, at + length);
    }
    return Optional.empty();
  }

  private boolean isAssigned(int start, int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean whole = start == 0 || !Names.isPart(text.charAt(start - 1));
    return whole && at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
  }
}
