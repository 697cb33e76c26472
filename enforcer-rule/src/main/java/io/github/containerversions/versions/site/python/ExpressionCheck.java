package io.github.containerversions.versions.site.python;

import java.util.Set;

/**
 * Checks that operands and operators take turns in an expression, everywhere in it.
 *
 * <p>That is less than Python's grammar, and rejects nothing that it accepts. It catches what is
 * found in files that were never run: a version without quotes, marks of an unfinished merge, two
 * words side by side.
 */
final class ExpressionCheck {
  private static final Set<String> PREFIXES = Set.of("+", "-", "~", "*", "**", "not", "await");
  private static final Set<String> INFIXES =
      Set.of(
          "+", "-", "*", "/", "//", "%", "@", "&", "|", "^", "<<", ">>", "**", "<", ">", "==", "!=",
          "<=", ">=", ":=", "and", "or", "in", "is", "if", "else");
  private static final Set<String> CONSTANTS = Set.of("None", "True", "False");

  private final Tokens tokens;

  /** Where an expression stands, which decides what else than expressions may be in it. */
  enum Place {
    STATEMENT(false, ""),
    /** The head of {@code with} or {@code except}: also {@code as}. */
    AS_LIST(true, "for async as"),
    PARENTHESES(true, "for async"),
    BRACKETS(true, "for async"),
    /** A dict or set. */
    BRACES(true, "for async :"),
    CALL(true, "for async ="),
    SUBSCRIPT(false, ":"),
    FIELD(false, "");

    private final boolean mayBeEmpty;
    private final String infixes;

    Place(boolean mayBeEmpty, String infixes) {
      this.mayBeEmpty = mayBeEmpty;
      this.infixes = " " + infixes + " ";
    }

    private boolean hasInfix(String word) {
      return !word.isEmpty() && infixes.contains(" " + word + " ");
    }
  }

  ExpressionCheck(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Checks a list of expressions, separated by commas. */
  void check(TextRange range, Place place) throws PythonSyntaxException {
    boolean complete = place.mayBeEmpty && range.isEmpty();
    boolean operand = false;
    int conditions = 0;
    int at = range.from();
    while (at < range.to()) {
      if (operand && isMoreOfOperand(at)) {
        at = afterTrailer(at, place);
        continue;
      }
      String word = word(at);
      if (operand) {
        operand = false;
        complete = word.equals(",") || (place == Place.SUBSCRIPT && word.equals(":"));
        conditions = conditions(conditions, word, at);
        at = afterInfix(at, word, place);
      } else if (place == Place.SUBSCRIPT && (word.equals(":") || (complete && word.equals(",")))) {
        complete = true;
        at++;
      } else if (complete && word.equals("in") && place.hasInfix("for")) {
        // The trailing comma of a target: [x for x, in pairs].
        complete = false;
        at++;
      } else if (PREFIXES.contains(word)) {
        complete = false;
        at++;
      } else if (word.equals("yield")) {
        boolean from = tokens.is(at + 1, "from");
        complete = !from;
        at += from ? 2 : 1;
      } else if (word.equals("lambda")) {
        complete = false;
        at = afterParameters(at, range.to());
      } else {
        at = afterOperand(at, place);
        operand = true;
      }
    }
    if ((!operand && !complete) || conditions > 0) {
      String missing =
          conditions > 0 && operand ? "an else is missing" : "an expression is missing";
      throw new PythonSyntaxException(tokens.start(range.to()), tokens.end(range.to()), missing);
    }
  }

  /**
   * How many {@code if} wait for their {@code else} after a token.
   *
   * @param open how many waited before it; negative in a comprehension, where one need not
   */
  private int conditions(int open, String word, int at) throws PythonSyntaxException {
    if (open < 0) {
      return open;
    }
    return switch (word) {
      case "if" -> open + 1;
      case "else" -> {
        require(open > 0, at);
        yield open - 1;
      }
      case ",", ":", "=", "as", "for", "async" -> {
        require(open == 0, at);
        yield word.equals("for") || word.equals("async") ? -1 : 0;
      }
      default -> open;
    };
  }

  /** The text of a keyword or operator; empty for other tokens. */
  private String word(int at) {
    boolean literal = tokens.kind(at) == TokenKind.NUMBER || tokens.isString(at);
    return literal ? "" : tokens.text().substring(tokens.start(at), tokens.end(at));
  }

  /** Whether a token goes on with the operand before it: a trailer, or one more string. */
  private boolean isMoreOfOperand(int at) {
    return tokens.is(at, "(")
        || tokens.is(at, "[")
        || tokens.is(at, ".")
        || (tokens.isString(at) && isStringEnd(at - 1));
  }

  private boolean isStringEnd(int at) {
    return tokens.kind(at) == TokenKind.STRING || tokens.kind(at) == TokenKind.FSTRING_END;
  }

  private boolean isBytes(int at) {
    int start = tokens.start(at);
    boolean raw = "rR".indexOf(tokens.text().charAt(start)) >= 0;
    char mark = tokens.text().charAt(raw ? start + 1 : start);
    return tokens.kind(at) == TokenKind.STRING && (mark == 'b' || mark == 'B');
  }

  private int afterTrailer(int at, Place place) throws PythonSyntaxException {
    if (tokens.is(at, ".")) {
      if (!tokens.isName(at + 1) || Names.isKeyword(tokens.name(at + 1))) {
        throw unexpected(at);
      }
      return at + 2;
    }
    if (tokens.isString(at)) {
      if (isBytes(at) != isBytes(at - 1)) {
        throw new PythonSyntaxException(
            tokens.start(at), tokens.end(at), "bytes and strings stand side by side");
      }
      return afterOperand(at, place);
    }
    TextRange inner = new TextRange(at + 1, tokens.partner(at));
    check(inner, tokens.is(at, "(") ? Place.CALL : Place.SUBSCRIPT);
    return tokens.next(at);
  }

  private int afterInfix(int at, String word, Place place) throws PythonSyntaxException {
    if (word.equals("not") && tokens.is(at + 1, "in")) {
      return at + 2;
    }
    if (word.equals("async") && !tokens.is(at + 1, "for")) {
      throw unexpected(at);
    }
    boolean asyncFor = word.equals("async") && place.hasInfix("async");
    if (!word.equals(",") && !INFIXES.contains(word) && !place.hasInfix(word)) {
      throw unexpected(at);
    }
    return asyncFor ? at + 2 : at + 1;
  }

  private int afterParameters(int lambda, int to) throws PythonSyntaxException {
    int open = 0;
    for (int at = lambda; at < to; at = tokens.next(at)) {
      if (tokens.is(at, "lambda")) {
        open++;
      } else if (tokens.is(at, ":") && --open == 0) {
        return at + 1;
      }
    }
    throw unexpected(lambda);
  }

  private int afterOperand(int at, Place place) throws PythonSyntaxException {
    switch (tokens.kind(at)) {
      case NUMBER, STRING -> {}
      case FSTRING_START -> checkFields(at + 1, tokens.partner(at));
      case NAME -> {
        String name = tokens.name(at);
        if (Names.isKeyword(name) && !CONSTANTS.contains(name)) {
          throw unexpected(at);
        }
      }
      default -> {
        TextRange inner = new TextRange(at + 1, tokens.partner(at));
        if (tokens.is(at, "(")) {
          check(inner, place == Place.AS_LIST ? Place.AS_LIST : Place.PARENTHESES);
        } else if (tokens.is(at, "[")) {
          check(inner, Place.BRACKETS);
        } else if (tokens.is(at, "{")) {
          check(inner, Place.BRACES);
        } else if (!tokens.is(at, "...")) {
          throw unexpected(at);
        }
      }
    }
    return tokens.next(at);
  }

  /** The fields of an f-string or of a format specification. */
  private void checkFields(int from, int to) throws PythonSyntaxException {
    for (int at = from; at < to; at = tokens.next(at)) {
      if (tokens.is(at, "{")) {
        TextRange field = new TextRange(at + 1, tokens.partner(at));
        int end = Math.min(find("!", field), find(":", field));
        boolean echoed = end > field.from() && tokens.is(end - 1, "=");
        check(new TextRange(field.from(), echoed ? end - 1 : end), Place.FIELD);
        if (tokens.is(end, "!")) {
          require(
              tokens.is(end + 1, "r") || tokens.is(end + 1, "s") || tokens.is(end + 1, "a"), end);
          require(end + 2 == field.to() || tokens.is(end + 2, ":"), end + 2);
        }
        checkFields(end, field.to());
      }
    }
  }

  private int find(String word, TextRange field) {
    int at = field.from();
    while (at < field.to() && !tokens.is(at, word)) {
      at = tokens.next(at);
    }
    return Math.min(at, field.to());
  }

  private void require(boolean condition, int at) throws PythonSyntaxException {
    if (!condition) {
      throw unexpected(at);
    }
  }

  private PythonSyntaxException unexpected(int at) {
    boolean unquoted = tokens.kind(at) == TokenKind.NUMBER && at > 0;
    return new PythonSyntaxException(
        tokens.start(at),
        tokens.end(at),
        tokens.snippet(at, at + 1) + " is unexpected here",
        unquoted ? "put quotes around a version" : "correct the file until Python can compile it");
  }
}
