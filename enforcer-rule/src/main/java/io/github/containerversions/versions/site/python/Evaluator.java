package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.Problem;

/**
 * Evaluates the few expressions that versions are written in: string literals, their concatenation,
 * parentheses, f-strings, and names of constants. All else is unknown.
 *
 * <p>Recursion goes as deep as brackets are nested, which {@link Brackets} bounds.
 */
final class Evaluator {
  /** A longer string is no version; without a bound, doubling names would fill the memory. */
  static final int MAX_COMPOSED_LENGTH = 1000;

  private final Tokens tokens;
  private final ModuleNames names;
  private final UnknownValues values;
  private final StringEvaluator strings;

  Evaluator(Tokens tokens, ModuleNames names) {
    this.tokens = tokens;
    this.names = names;
    this.values = new UnknownValues(tokens);
    this.strings = new StringEvaluator(tokens, this);
  }

  /** The value of the expression that the tokens from one to just before another make. */
  Value evaluate(int from, int to) {
    if (from >= to) {
      return values.missing(from - 1);
    }
    if (tokens.juxtaposed(from, to) < to) {
      return values.malformed(from, to);
    }
    boolean group = tokens.is(from, "(") && tokens.next(from) == to;
    if (tokens.find(",", from, to) < to || (group && to - from == 2)) {
      return values.shape("tuple", from, to);
    }
    if (group) {
      return evaluate(from + 1, to - 1);
    }
    return tokens.find("+", from, to) < to ? sum(from, to) : operand(from, to);
  }

  /** Anything but a sum of strings has an operand that is unknown. */
  private Value sum(int from, int to) {
    StringBuilder text = new StringBuilder();
    int plus;
    for (int at = from; at <= to; at = plus + 1) {
      plus = tokens.find("+", at, to);
      if (plus == at && at < to) {
        return values.computed(from, to);
      }
      Value value = evaluate(at, plus);
      if (value instanceof Value.Other other) {
        boolean mixed = at > from && other.kind() == Problem.Kind.SHAPE;
        return mixed
            ? values.noString("is a string plus " + tokens.snippet(at, plus), at, plus)
            : other.asOperand();
      }
      text.append(((Value.Text) value).text());
      if (text.length() > MAX_COMPOSED_LENGTH) {
        return values.computed(from, to);
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

  private Value operand(int from, int to) {
    int end = from;
    while (end < to && tokens.isString(end)) {
      end = tokens.next(end);
    }
    if (end == to) {
      return strings.evaluate(from, to);
    }
    if (tokens.next(from) < to) {
      return values.computed(from, to);
    }
    return switch (tokens.kind(from)) {
      case NUMBER -> values.number(from);
      case NAME -> name(from);
      default -> {
        String noun = tokens.is(from, "[") ? "list" : tokens.is(from, "{") ? "dict or set" : "";
        yield values.shape(noun, from, to);
      }
    };
  }

  private Value name(int at) {
    String name = tokens.name(at);
    return switch (name) {
      case "None", "True", "False" -> values.shape("", at, at + 1);
      default -> names.lookup(name, at);
    };
  }
}
