package io.github.containerversions.versions.site.python;

/** Finds the names in the places where Python binds them (reference, 4.2.1 and 7.2). */
final class Targets {
  private final Tokens tokens;
  private final ModuleNames constants;

  Targets(Tokens tokens, ModuleNames constants) {
    this.tokens = tokens;
    this.constants = constants;
  }

  /** Binds each name of a target list; {@code a.x} and {@code a[x]} bind none. */
  void bindAll(TextRange target, Value value, Block where) {
    for (int at = target.from(); at < target.to(); at++) {
      boolean operandBefore = at > target.from() && endsOperand(at - 1);
      if (operandBefore && isOpening(at)) {
        at = tokens.partner(at);
      } else if (isFreeName(at) && !tokens.is(at + 1, "[") && !tokens.is(at + 1, "(")) {
        constants.bind(where, at, value);
      }
    }
  }

  private boolean endsOperand(int at) {
    return switch (tokens.kind(at)) {
      case NAME -> !Names.isKeyword(tokens.name(at));
      case STRING, NUMBER, FSTRING_END -> true;
      default -> tokens.is(at, ")") || tokens.is(at, "]") || tokens.is(at, "}");
    };
  }

  private boolean isOpening(int at) {
    return tokens.is(at, "(") || tokens.is(at, "[");
  }

  /** Whether a token is a name that is no part of a dotted one. */
  private boolean isFreeName(int at) {
    return tokens.isName(at)
        && !tokens.is(at + 1, ".")
        && (at == 0 || !tokens.is(at - 1, "."))
        && !Names.isKeyword(tokens.name(at));
  }

  /** Binds the names after each {@code as} in the head of {@code with} and {@code except}. */
  void bindAfterAs(TextRange head, Value value, Block where) {
    for (int at = head.from(); at < head.to(); at++) {
      if (tokens.is(at, "as")) {
        bindAll(new TextRange(at + 1, partEnd(at + 1, head.to())), value, where);
      }
    }
  }

  /** Binds the names that a pattern of {@code case} captures. */
  void bindCaptures(TextRange pattern, Value value, Block where) {
    for (int at = pattern.from(); at < pattern.to(); at++) {
      if (isFreeName(at) && !tokens.is(at + 1, "(") && !tokens.is(at + 1, "=")) {
        constants.bind(where, at, value);
      }
    }
  }

  /**
   * Binds the names of assignment expressions, wherever they stand but in a lambda.
   *
   * @param except the name of one that is left out; {@code range.to()} for none
   */
  void bindAssignmentExpressions(TextRange range, int except, Value value, Block where) {
    int lambdaEnd = range.from();
    for (int at = range.from(); at < range.to(); at++) {
      if (at < lambdaEnd) {
        continue;
      }
      if (tokens.is(at, "lambda")) {
        lambdaEnd = partEnd(at, range.to());
      } else if (at != except && tokens.isName(at) && tokens.is(at + 1, ":=")) {
        constants.bind(where, at, value);
      }
    }
  }

  /** Where a part of a list ends: at a comma, a colon that is no lambda's, or a closing bracket. */
  private int partEnd(int from, int to) {
    int lambdas = 0;
    for (int at = from; at < to; at = tokens.next(at)) {
      boolean closes = tokens.is(at, ")") || tokens.is(at, "]") || tokens.is(at, "}");
      boolean separates = tokens.is(at, ",") || tokens.is(at, ":");
      if (closes || (lambdas == 0 && separates)) {
        return at;
      } else if (tokens.is(at, "lambda")) {
        lambdas++;
      } else if (tokens.is(at, ":")) {
        lambdas--;
      }
    }
    return to;
  }
}
