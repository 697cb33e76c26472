package io.github.containerversions.versions.site.python;

import io.github.containerversions.versions.site.python.ExpressionCheck.Place;

/**
 * Checks statements and the heads of compound statements as far as the walk relies on it.
 *
 * <p>Accepts all that Python accepts. It does not know the whole grammar: parameter lists and
 * patterns are taken as they are, and so are targets that cannot be assigned to, colons in a set,
 * {@code break} outside a loop and the like.
 */
final class GrammarCheck {
  private final Tokens tokens;
  private final ExpressionCheck expressions;

  GrammarCheck(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionCheck(tokens);
  }

  /** Checks a simple statement. */
  void checkStatement(TextRange statement) throws PythonSyntaxException {
    require(!statement.isEmpty(), statement.from());
    int from = statement.from();
    TextRange rest = new TextRange(from + 1, statement.to());
    if (tokens.is(from, "@")) {
      expressions.check(rest, Place.STATEMENT);
      return;
    }
    int walrus = tokens.find(":=", from, statement.to());
    require(walrus == statement.to(), walrus);
    String word = tokens.isName(from) ? tokens.name(from) : "";
    switch (word) {
      case "pass", "break", "continue" -> require(rest.isEmpty(), from + 1);
      case "return" -> {
        if (!rest.isEmpty()) {
          expressions.check(rest, Place.STATEMENT);
        }
      }
      case "raise" -> {
        for (TextRange part : tokens.split(rest, "from")) {
          expressions.check(part, Place.STATEMENT);
        }
      }
      case "assert", "del" -> expressions.check(rest, Place.STATEMENT);
      case "global", "nonlocal" -> checkNames(rest);
      case "import" -> {
        require(!tokens.is(statement.to() - 1, ","), statement.to());
        checkImports(rest);
      }
      case "from" -> {
        int names = tokens.find("import", from, statement.to()) + 1;
        require(names > from + 2 && names < statement.to(), statement.to() - 1);
        require(!tokens.is(statement.to() - 1, ","), statement.to());
        TextRange list = new TextRange(names, statement.to());
        if (!(list.size() == 1 && tokens.is(names, "*"))) {
          checkImports(tokens.withoutParentheses(list));
        }
      }
      default -> checkAssignment(statement);
    }
  }

  /** Names, separated by commas. */
  private void checkNames(TextRange names) throws PythonSyntaxException {
    require(!names.isEmpty(), names.from());
    for (int at = names.from(); at < names.to(); at++) {
      boolean name = (at - names.from()) % 2 == 0;
      require(name ? isIdentifier(at) : tokens.is(at, ","), at);
    }
    require(names.size() % 2 == 1, names.to());
  }

  /** Dotted names, each with or without {@code as}. */
  private void checkImports(TextRange items) throws PythonSyntaxException {
    require(!items.isEmpty(), items.from());
    for (TextRange item : tokens.split(items, ",")) {
      require(!item.isEmpty(), item.from());
      for (int at = item.from(); at < item.to(); at++) {
        boolean name = (at - item.from()) % 2 == 0;
        require(name ? isIdentifier(at) : tokens.is(at, ".") || tokens.is(at, "as"), at);
      }
      require(item.size() % 2 == 1, item.to());
    }
  }

  private void checkAssignment(TextRange statement) throws PythonSyntaxException {
    boolean typeAlias =
        statement.size() > 2
            && tokens.is(statement.from(), "type")
            && isIdentifier(statement.from() + 1);
    if (typeAlias) {
      return;
    }
    int from = statement.from();
    int to = statement.to();
    int colon = tokens.find(":", from, to);
    boolean annotated = colon < tokens.find("=", from, to);
    if (annotated) {
      expressions.check(new TextRange(from, colon), Place.STATEMENT);
      from = colon + 1;
    }
    int end = assignmentOperator(from, to);
    expressions.check(new TextRange(from, end), Place.STATEMENT);
    boolean augmented = end < to && !tokens.is(end, "=");
    require(!(annotated && augmented), end);
    while (end < to) {
      from = end + 1;
      end = assignmentOperator(from, to);
      expressions.check(new TextRange(from, end), Place.STATEMENT);
      // Only a plain = may be followed by others of its kind.
      require(end == to || (!annotated && !augmented && tokens.is(end, "=")), end);
    }
  }

  /** The next {@code =}, or an operator like {@code +=}. */
  private int assignmentOperator(int from, int to) {
    int equals = tokens.find("=", from, to);
    for (int at = from; at < equals; at = tokens.next(at)) {
      if (tokens.isAny(at, Assignments.AUGMENTED)) {
        return at;
      }
    }
    return equals;
  }

  /**
   * Checks the head of a compound statement.
   *
   * @param head its tokens from the keyword up to the colon
   */
  void checkHead(String keyword, TextRange head) throws PythonSyntaxException {
    int from = head.from();
    TextRange rest = new TextRange(from + 1, head.to());
    switch (keyword) {
      case "else", "try", "finally" -> require(rest.isEmpty(), from + 1);
      case "if", "elif", "while", "match" -> expressions.check(rest, Place.STATEMENT);
      case "with" -> {
        require(!rest.isEmpty(), head.to());
        expressions.check(rest, Place.AS_LIST);
      }
      case "except" -> expressions.check(rest, Place.AS_LIST);
      case "for" -> {
        int in = tokens.find("in", from, head.to());
        require(in < head.to(), head.to());
        expressions.check(new TextRange(from + 1, in), Place.STATEMENT);
        expressions.check(new TextRange(in + 1, head.to()), Place.STATEMENT);
      }
      case "def", "class" -> {
        require(isIdentifier(from + 1), from + 1);
        int at = tokens.is(from + 2, "[") ? tokens.next(from + 2) : from + 2;
        boolean parentheses = tokens.is(at, "(");
        require(parentheses || keyword.equals("class"), at);
        at = parentheses ? tokens.next(at) : at;
        boolean returns = keyword.equals("def") && tokens.is(at, "->");
        require(at == head.to() || returns, at);
        if (returns) {
          expressions.check(new TextRange(at + 1, head.to()), Place.STATEMENT);
        }
      }
      default -> require(!rest.isEmpty(), head.to());
    }
  }

  private boolean isIdentifier(int at) {
    return tokens.isName(at) && !Names.isKeyword(tokens.name(at));
  }

  private void require(boolean condition, int at) throws PythonSyntaxException {
    if (!condition) {
      boolean lineEnd = tokens.kind(at) == TokenKind.NEWLINE;
      throw new PythonSyntaxException(
          tokens.start(at),
          tokens.end(at),
          lineEnd
              ? "the statement is incomplete"
              : tokens.snippet(at, at + 1) + " is unexpected here");
    }
  }
}
