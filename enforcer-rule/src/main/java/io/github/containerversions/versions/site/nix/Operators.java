package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.IntNumber;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The operators on booleans and numbers, and comparisons. */
final class Operators {
  private static final String BOOLEAN = "a boolean is needed";

  private Operators() {}

  static Value unary(Evaluator evaluator, Expr.Unary unary, Environment environment) {
    Value operand = evaluator.evaluate(unary.operand(), environment);
    SpineStep place = SpineStep.of(environment.text(), unary.operand());
    if (unary.operator() == Operator.NOT) {
      return operand instanceof Bool known
          ? new Bool(!known.value())
          : Evaluator.undecided(operand, BOOLEAN, place);
    }
    if (operand instanceof IntNumber number && number.value() != Long.MIN_VALUE) {
      return new IntNumber(-number.value());
    }
    return number(operand, place);
  }

  static Value binary(Evaluator evaluator, Expr.Binary binary, Environment environment) {
    Value left = evaluator.evaluate(binary.left(), environment);
    SpineStep place = SpineStep.of(environment.text(), binary);
    return switch (binary.operator()) {
      case AND, OR, IMPLIES -> logic(evaluator, binary, left, environment);
      default -> {
        Value right = evaluator.evaluate(binary.right(), environment);
        Value stuck = stuck(left, right);
        yield stuck != null ? stuck : known(binary.operator(), left, right, place);
      }
    };
  }

  /** The right side counts only where the left does not decide. */
  private static Value logic(
      Evaluator evaluator, Expr.Binary binary, Value left, Environment environment) {
    if (!(left instanceof Bool known)) {
      return Evaluator.undecided(left, BOOLEAN, SpineStep.of(environment.text(), binary.left()));
    }
    boolean decided = known.value() == (binary.operator() == Operator.OR);
    if (decided) {
      return new Bool(binary.operator() != Operator.AND);
    }
    Value right = evaluator.evaluate(binary.right(), environment);
    return right instanceof Bool
        ? right
        : Evaluator.undecided(right, BOOLEAN, SpineStep.of(environment.text(), binary.right()));
  }

  private static @Nullable Value stuck(Value left, Value right) {
    for (Value side : new Value[] {left, right}) {
      if (side instanceof Value.Failure) {
        return side;
      }
      Unknown unknown = Value.unknown(side);
      if (unknown != null) {
        return unknown.piece();
      }
    }
    return null;
  }

  private static Value known(Operator operator, Value left, Value right, SpineStep place) {
    return switch (operator) {
      case EQUAL -> equal(left, right, place, true);
      case NOT_EQUAL -> equal(left, right, place, false);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(operator, left, right, place);
      case MINUS, TIMES, DIVIDE -> arithmetic(operator, left, right, place);
      default -> Unknown.of(place);
    };
  }

  private static Value equal(Value left, Value right, SpineStep place, boolean wanted) {
    if (left instanceof Text a && right instanceof Text b) {
      return new Bool(a.value().equals(b.value()) == wanted);
    }
    if (!left.title().equals(right.title())) {
      return new Bool(!wanted);
    }
    boolean simple =
        left instanceof Value.Null
            || left instanceof Bool
            || (left instanceof IntNumber && right instanceof IntNumber);
    // Lists and sets would have to be compared part by part, and numbers with a fraction read.
    return simple ? new Bool(left.equals(right) == wanted) : Unknown.of(place);
  }

  private static Value compare(Operator operator, Value left, Value right, SpineStep place) {
    int order;
    if (left instanceof IntNumber a && right instanceof IntNumber b) {
      order = Long.compare(a.value(), b.value());
    } else {
      return Unknown.of(place);
    }
    return new Bool(
        switch (operator) {
          case LESS -> order < 0;
          case LESS_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          default -> order >= 0;
        });
  }

  private static Value arithmetic(Operator operator, Value left, Value right, SpineStep place) {
    if (!(left instanceof IntNumber x)) {
      return number(left, place);
    }
    if (!(right instanceof IntNumber y)) {
      return number(right, place);
    }
    BigInteger a = BigInteger.valueOf(x.value());
    BigInteger b = BigInteger.valueOf(y.value());
    if (operator == Operator.DIVIDE && b.signum() == 0) {
      return Unknown.of(place);
    }
    return integer(
        switch (operator) {
          case MINUS -> a.subtract(b);
          case TIMES -> a.multiply(b);
          default -> a.divide(b);
        },
        place);
  }

  static boolean isNumber(Value value) {
    return value instanceof IntNumber || value instanceof Value.FloatNumber;
  }

  /** The sum of two numbers; unknown where one already is. */
  static Value sum(Value left, Value right, SpineStep place) {
    if (left instanceof Unknown) {
      return left;
    }
    return left instanceof IntNumber x && right instanceof IntNumber y
        ? integer(BigInteger.valueOf(x.value()).add(BigInteger.valueOf(y.value())), place)
        : new Value.FloatNumber();
  }

  /** A number of 64 bits; what is larger, Nix refuses or wraps, by its version. */
  private static Value integer(BigInteger number, SpineStep place) {
    return number.bitLength() < Long.SIZE
        ? new IntNumber(number.longValueExact())
        : Unknown.of(place);
  }

  private static Value number(Value operand, SpineStep place) {
    return isNumber(operand)
        ? Unknown.of(place)
        : Evaluator.undecided(operand, "a number is needed", place);
  }
}
