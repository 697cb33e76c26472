package io.github.containerversions.versions.site.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * A word after quotes, escapes and variables are resolved.
 *
 * @param text what a build gives that is passed no arguments; variables without a value are empty
 * @param doubt why that cannot be relied on
 */
record Expansion(String text, @Nullable Uncertainty doubt) {

  /** A text that nothing casts doubt on. */
  static Expansion certain(String text) {
    return new Expansion(text, null);
  }

  /** The same, given that it hangs on something else. */
  Expansion dependingOn(@Nullable Uncertainty other) {
    return other == null || doubt != null ? this : new Expansion(text, other);
  }
}
