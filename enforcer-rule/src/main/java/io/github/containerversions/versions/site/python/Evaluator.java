package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.Problem;
import java.util.List;

/**
 * Evaluates the few expressions that versions are written in: string literals, their concatenation,
 * parentheses, f-strings, and names of constants.
 *
 * <p>All else it names by its kind. Recursion goes as deep as brackets are nested, which {@link
 * Brackets} bounds.
 */
final class Evaluator {
  /** A longer string is no version; without a bound, doubling names would fill the memory. */
  static final int COMPOSED_LIMIT = 1000;

  private static final List<String> OPERATORS =
      List.of(
          "or", "and", "not", "in", "is", "await", "yield", ":=", "<", ">", "==", ">=", "<=", "!=",
          "|", "^", "&", "<<", ">>", "-", "*", "/", "//", "%", "@", "~", "**");

  private final Tokens tokens;
  private final ModuleNames constants;
  private final UnknownValues findings;
  private final StringEvaluator strings;

  Evaluator(Tokens tokens, ModuleNames constants) {
    this.tokens = tokens;
    this.constants = constants;
    this.findings = new UnknownValues(tokens);
    this.strings = new StringEvaluator(tokens, this);
  }

  /** The value of the expression that the tokens from one to just before another make. */
  Value evaluate(int from, int to) throws PythonSyntaxException {
    if (from >= to) {
      throw new PythonSyntaxException(
          tokens.start(from), tokens.end(from), "an expression is missing");
    }
    if (tokens.is(from, "(") && tokens.next(from) == to) {
      return to - from == 2 ? findings.shape("tuple", from, to) : evaluate(from + 1, to - 1);
    }
    String noun = displayOrOperation(from, to);
    return switch (noun) {
      case "" -> sum(from, to);
      case "tuple", "function", "generator" -> findings.shape(noun, from, to);
      default -> findings.computed(noun, from, to);
    };
  }

  /** What an expression is that holds more than operands and plus signs; else empty. */
  private String displayOrOperation(int from, int to) {
    if (tokens.find(",", from, to) < to) {
      return "tuple";
    }
    if (tokens.is(from, "lambda")) {
      return "function";
    }
    if (tokens.find("for", from, to) < to) {
      return "generator";
    }
    if (tokens.find("if", from, to) < to) {
      return "conditional expression";
    }
    boolean number = to - from == 2 && tokens.kind(from + 1) == TokenKind.NUMBER;
    if (number || tokens.is(from, "+")) {
      return "expression";
    }
    for (int at = from; at < to; at = tokens.next(at)) {
      if (tokens.isAny(at, OPERATORS)) {
        return "expression";
      }
    }
    return "";
  }

  private Value sum(int from, int to) throws PythonSyntaxException {
    if (tokens.find("+", from, to) == to) {
      return operand(from, to);
    }
    StringBuilder text = new StringBuilder();
    int plus;
    for (int at = from; at <= to; at = plus + 1) {
      plus = tokens.find("+", at, to);
      if (plus > at && tokens.is(at, "+")) {
        return findings.computed("expression", from, to);
      }
      Value value = evaluate(at, plus);
      if (value instanceof Value.Other other) {
        boolean mixed = at > from && other.kind() != Problem.Kind.UNKNOWN;
        return mixed
            ? findings.noString("is a string plus " + tokens.snippet(at, plus), at, plus)
            : other.asOperand();
      }
      text.append(((Value.Text) value).text());
      if (text.length() > COMPOSED_LIMIT) {
        return findings.computed("long sum", from, to);
      }
    }
    return composed(text.toString(), from, to);
  }

  /** A string of several pieces. */
  Value.Text composed(String text, int from, int to) {
    int start = tokens.start(from);
    int end = tokens.end(to - 1);
    return new Value.Text(text, start, end, start, end);
  }

  private Value operand(int from, int to) throws PythonSyntaxException {
    int stringsEnd = from;
    while (stringsEnd < to && tokens.isString(stringsEnd)) {
      stringsEnd = tokens.next(stringsEnd);
    }
    if (stringsEnd == to) {
      return strings.evaluate(from, to);
    }
    if (tokens.next(from) == to) {
      return switch (tokens.kind(from)) {
        case NUMBER -> findings.number(from);
        case NAME -> name(from);
        default ->
            findings.shape(
                tokens.is(from, "[") ? "list" : tokens.is(from, "{") ? "dict or set" : "",
                from,
                to);
      };
    }
    return findings.computed(trailer(to - 1), from, to);
  }

  private Value name(int at) {
    String name = tokens.name(at);
    return switch (name) {
      case "None", "True", "False" -> findings.shape("", at, at + 1);
      default -> constants.lookup(name, at);
    };
  }

  /** What an operand is by its last token. */
  private String trailer(int last) {
    if (tokens.is(last, ")")) {
      return "call";
    }
    return tokens.is(last, "]") ? "item" : tokens.isName(last) ? "attribute" : "expression";
  }
}
