package io.github.containerversions.versions.site.python;

import java.util.Locale;

/** Characters by their Unicode name, as far as Java and Python call them alike. */
final class CharacterNames {

  private CharacterNames() {}

  /**
   * The character of a name, in any case.
   *
   * @return -1 where Java knows no such name, or has made it up: characters without a name of their
   *     own it calls by their block and number, control characters by names that are not Unicode's
   */
  static int codePoint(String name) {
    int codePoint;
    try {
      codePoint = Character.codePointOf(name);
    } catch (IllegalArgumentException unknown) {
      return -1;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    boolean own =
        upper.equals(Character.getName(codePoint))
            && Character.getType(codePoint) != Character.CONTROL
            && !upper.endsWith(" " + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT));
    return own ? codePoint : -1;
  }
}
