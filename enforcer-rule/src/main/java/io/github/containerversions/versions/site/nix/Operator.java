package io.github.containerversions.versions.site.nix;

import org.jspecify.annotations.Nullable;

/** The operators by how tightly they bind (Nix reference manual, "Operators"). */
enum Operator {
  IMPLIES(1, Side.RIGHT),
  OR(2, Side.LEFT),
  AND(3, Side.LEFT),
  EQUAL(4, Side.NONE),
  NOT_EQUAL(4, Side.NONE),
  LESS(5, Side.NONE),
  LESS_EQUAL(5, Side.NONE),
  GREATER(5, Side.NONE),
  GREATER_EQUAL(5, Side.NONE),
  UPDATE(6, Side.RIGHT),
  NOT(7, Side.PREFIX),
  PLUS(8, Side.LEFT),
  MINUS(8, Side.LEFT),
  TIMES(9, Side.LEFT),
  DIVIDE(9, Side.LEFT),
  CONCAT(10, Side.RIGHT),
  /** Only ever follows an operand; what stands to its right is an attribute path. */
  HAS_ATTRIBUTE(11, Side.NONE),
  NEGATE(12, Side.PREFIX);

  /** Which of two equal neighbours is taken first. */
  enum Side {
    LEFT,
    RIGHT,
    /** Neither: {@code a == b == c} is an error. */
    NONE,
    PREFIX
  }

  private final int strength;
  private final Side side;

  Operator(int strength, Side side) {
    this.strength = strength;
    this.side = side;
  }

  /** Whether this operator, on the left, takes its operand before {@code next} does. */
  boolean bindsBefore(Operator next) {
    return strength > next.strength || (strength == next.strength && side == Side.LEFT);
  }

  /** Whether the two must not stand side by side without parentheses. */
  boolean clashesWith(Operator next) {
    return strength == next.strength && side == Side.NONE;
  }

  /** The operator between two operands; null where the token is none. */
  static @Nullable Operator infix(Token token) {
    return switch (token) {
      case IMPLIES -> IMPLIES;
      case OR_OR -> OR;
      case AND_AND -> AND;
      case EQUAL -> EQUAL;
      case NOT_EQUAL -> NOT_EQUAL;
      case LESS -> LESS;
      case LESS_EQUAL -> LESS_EQUAL;
      case GREATER -> GREATER;
      case GREATER_EQUAL -> GREATER_EQUAL;
      case UPDATE -> UPDATE;
      case PLUS -> PLUS;
      case MINUS -> MINUS;
      case STAR -> TIMES;
      case SLASH -> DIVIDE;
      case CONCAT -> CONCAT;
      default -> null;
    };
  }

  /** The operator before an operand; null where the token is none. */
  static @Nullable Operator prefix(Token token) {
    return switch (token) {
      case NOT -> NOT;
      case MINUS -> NEGATE;
      default -> null;
    };
  }
}
