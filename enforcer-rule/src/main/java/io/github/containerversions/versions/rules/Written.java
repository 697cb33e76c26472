package io.github.containerversions.versions.rules;

import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.versions.model.Declaration;

/** A declaration as it stands in its file. */
final class Written {
  private Written() {}

  /** The text in the file and, where that is not the same thing, the value that it gives. */
  static String withValue(Declaration declaration) {
    if (declaration.isPlain()) {
      return declaration.written();
    }
    String expression = expression(declaration);
    return expression.isEmpty()
        ? declaration.version()
        : expression + " = " + declaration.version();
  }

  /**
   * The expression that gives the value, cut where it is one of many words; empty where it has line
   * breaks or other control characters, or must not be shown.
   */
  static String expression(Declaration declaration) {
    String written = declaration.written();
    return written.chars().anyMatch(Character::isISOControl) ? "" : Excerpt.of(written);
  }
}
