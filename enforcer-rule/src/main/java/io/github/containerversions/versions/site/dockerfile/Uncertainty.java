package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.text.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Why a value is not certain.
 *
 * @param variable the variable that is to blame
 * @param why what is the matter with it
 */
record Uncertainty(String variable, Why why) {

  /** What can be the matter with a variable. */
  enum Why {
    /** No {@code ARG} or {@code ENV} before names it. */
    UNDECLARED,
    /** It is declared before the first {@code FROM}, but not in this stage. */
    GLOBAL_ONLY,
    /** It is declared without a default. */
    NO_DEFAULT,
    /** The builder sets it, such as {@code TARGETARCH}. */
    SET_BY_BUILD,
    /** The stage starts from an image that is not known, and may have it from there. */
    BASE_IMAGE,
    /** Its own value cannot be told. */
    UNREADABLE,
    /** It is none that a build can set, such as {@code $?} or {@code $1}. */
    NO_NAME
  }

  /** The variable, and what is the matter with it. */
  String inWords() {
    return "$"
        + Excerpt.of(variable)
        + ", "
        + switch (why) {
          case UNDECLARED -> "which nothing before it declares";
          case GLOBAL_ONLY -> "which is declared before the first FROM, but not in this stage";
          case NO_DEFAULT -> "which has no default";
          case SET_BY_BUILD -> "which only the build sets";
          case BASE_IMAGE -> "which the base image may set";
          case UNREADABLE -> "whose own value cannot be resolved";
          case NO_NAME -> "which is no variable of a build; a plain dollar sign is written \\$";
        };
  }

  /** The first of two doubts. */
  static @Nullable Uncertainty first(@Nullable Uncertainty one, @Nullable Uncertainty other) {
    return one != null ? one : other;
  }
}
