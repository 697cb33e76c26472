package io.github.containerversions.versions.site.nix;

import org.jspecify.annotations.Nullable;

/**
 * An expression on the spine.
 *
 * @param given the argument for the function that stands here; null where none is known
 * @param argument whether this is what a function is applied to: then it counts only if it is a
 *     set, not if it is yet another call
 */
record TextRange(Expr expr, Environment environment, @Nullable Given given, boolean argument) {

  /** What this one comes down to; a function there is given the same. */
  TextRange at(Expr next, Environment inner) {
    return new TextRange(next, inner, given, argument);
  }

  /** What the function that stands here returns. */
  TextRange body(Expr.Lambda lambda, Environment inner) {
    return new TextRange(lambda.body(), inner, null, argument);
  }

  /**
   * The argument for a function.
   *
   * @param whole whether it is all that the function gets; else others may come from nixpkgs
   */
  record Given(Thunk argument, boolean whole) {}
}
