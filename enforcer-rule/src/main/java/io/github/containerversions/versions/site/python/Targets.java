package io.github.containerversions.versions.site.python;

/** Finds the names in the places where Python binds them (reference, 4.2.1 and 7.2). */
final class Targets {
  private final Tokens tokens;
  private final ModuleNames names;

  Targets(Tokens tokens, ModuleNames names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** Binds each name of a target list; {@code a.x} and {@code a[x]} bind none. */
  void bindAll(TextRange target, Value value, Block where) {
    for (int at = target.from(); at < target.to(); at++) {
      boolean trailer = tokens.is(at, "(") || tokens.is(at, "[");
      if (trailer && at > target.from() && tokens.endsOperand(at - 1)) {
        at = tokens.partner(at);
      } else if (isFreeName(at) && !tokens.is(at + 1, "[") && !tokens.is(at + 1, "(")) {
        names.bind(where, at, value);
      }
    }
  }

  /** Whether a token is a name that is no part of a dotted one. */
  private boolean isFreeName(int at) {
    return tokens.isName(at)
        && !tokens.is(at + 1, ".")
        && (at == 0 || !tokens.is(at - 1, "."))
        && !Names.isKeyword(tokens.name(at));
  }

  /**
   * Binds the names after each {@code as} in the head of {@code with} and {@code except}, and those
   * that could be such names.
   */
  void bindAfterAs(TextRange head, Value value, Block where) {
    int as = head.from();
    while (as < head.to() && !tokens.is(as, "as")) {
      as++;
    }
    bindAll(new TextRange(as + 1, head.to()), value, where);
  }

  /** Binds the names that a pattern of {@code case} captures. */
  void bindCaptures(TextRange pattern, Value value, Block where) {
    for (int at = pattern.from(); at < pattern.to(); at++) {
      if (isFreeName(at) && !tokens.is(at + 1, "(") && !tokens.is(at + 1, "=")) {
        names.bind(where, at, value);
      }
    }
  }
}
