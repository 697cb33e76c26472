package io.github.containerversions.versions.site.python;

import java.util.ArrayDeque;

/**
 * Checks that the clauses of compound statements follow each other as they may: {@code else} after
 * {@code if}, {@code for}, {@code while} or {@code except}, and so on.
 */
final class Clauses {
  private final Tokens tokens;

  /** For each open block the clause before the next line in it; empty after a simple statement. */
  private final ArrayDeque<String> previous = new ArrayDeque<>();

  Clauses(Tokens tokens) {
    this.tokens = tokens;
    previous.push("");
  }

  void openBlock() {
    previous.push("");
  }

  /** Ends a block. */
  void closeBlock(int at) throws PythonSyntaxException {
    requireNoOpenTry(previous.pop(), at);
  }

  /**
   * Takes a line of the innermost block.
   *
   * @param keyword the keyword of its clause; empty for simple statements
   */
  void accept(String keyword, int at) throws PythonSyntaxException {
    String before = previous.pop();
    boolean fits =
        switch (keyword) {
          case "elif" -> isOneOf(before, "if", "elif");
          case "else" -> isOneOf(before, "if", "elif", "for", "while", "except");
          case "except" -> isOneOf(before, "try", "except");
          case "finally" -> isOneOf(before, "try", "except", "else of try");
          default -> {
            requireNoOpenTry(before, at);
            yield true;
          }
        };
    if (!fits) {
      throw new PythonSyntaxException(
          tokens.start(at), tokens.end(at), keyword + " belongs to no statement before it");
    }
    boolean ofTry = keyword.equals("else") && before.equals("except");
    previous.push(ofTry ? "else of try" : keyword);
  }

  private static boolean isOneOf(String before, String... clauses) {
    for (String clause : clauses) {
      if (clause.equals(before)) {
        return true;
      }
    }
    return false;
  }

  private void requireNoOpenTry(String before, int at) throws PythonSyntaxException {
    if (before.equals("try")) {
      throw new PythonSyntaxException(
          tokens.start(at), tokens.end(at), "neither except nor finally follows try");
    }
  }
}
