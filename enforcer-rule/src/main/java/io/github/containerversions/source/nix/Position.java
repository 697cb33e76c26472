package io.github.containerversions.source.nix;

import io.github.containerversions.source.nix.Value.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * An expression on the spine.
 *
 * @param given the argument for the function that stands here; null where none is known
 * @param receiver the function that is applied to this, and of which nothing else is known: then it
 *     counts only if it is a set, not if it is yet another package; null where this is the result
 *     itself
 */
record Position(
    Expr expr, Environment environment, @Nullable Given given, @Nullable Unknown receiver) {

  Place place() {
    return Place.of(environment.text(), expr);
  }

  /** What this one comes down to; a function there is given the same. */
  Position at(Expr next, Environment inner) {
    return new Position(next, inner, given, receiver);
  }

  /** What the function that stands here returns. */
  Position body(Expr.Lambda lambda, Environment inner) {
    return new Position(lambda.body(), inner, null, receiver);
  }

  /** What the function that is called here is applied to. */
  Position argument(Expr argument, Unknown function) {
    return new Position(argument, environment, null, function);
  }

  /**
   * The argument for a function.
   *
   * @param whole whether it is all that the function gets; else others may come from nixpkgs
   */
  record Given(Thunk argument, boolean whole) {}
}
