package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * An expression on the spine.
 *
 * @param given the argument for the function that stands here; null where none is known
 * @param receiver the function that is applied to this, and of which nothing else is known: then it
 *     counts only if it is a set, not if it is yet another package; null where this is the result
 *     itself
 */
record TextRange(
    Expr expr, Environment environment, @Nullable Given given, @Nullable Unknown receiver) {

  SpineStep place() {
    return SpineStep.of(environment.text(), expr);
  }

  /** What this one comes down to; a function there is given the same. */
  TextRange at(Expr next, Environment inner) {
    return new TextRange(next, inner, given, receiver);
  }

  /** What the function that stands here returns. */
  TextRange body(Expr.Lambda lambda, Environment inner) {
    return new TextRange(lambda.body(), inner, null, receiver);
  }

  /** What the function that is called here is applied to. */
  TextRange argument(Expr argument, Unknown function) {
    return new TextRange(argument, environment, null, function);
  }

  /**
   * The argument for a function.
   *
   * @param whole whether it is all that the function gets; else others may come from nixpkgs
   */
  record Given(Thunk argument, boolean whole) {}
}
