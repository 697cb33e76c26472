package io.github.containerversions.versions.site.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a variable at a place in the file, with no build argument passed.
 *
 * @param text its value; empty where it has none
 * @param isSet whether it has a value, which decides for {@code :-} and its like
 * @param doubt why the text is not its value for certain; there is always a reason where it is not
 *     set
 */
record Variable(String text, boolean isSet, @Nullable Uncertainty doubt) {

  static Variable of(Expansion value) {
    return new Variable(value.text(), true, value.doubt());
  }

  /** One whose value only a build can determine. */
  static Variable unknown(Uncertainty doubt) {
    return new Variable("", true, doubt);
  }

  /** One without a value. */
  static Variable unset(Uncertainty doubt) {
    return new Variable("", false, doubt);
  }

  /**
   * Where the name ends that starts at a place: a word of letters, digits and {@code _}; or a
   * number; or a special parameter.
   *
   * @return {@code from} where no name starts
   */
  static int nameEnd(String text, int from) {
    if (from < text.length() && "@*#?-$!".indexOf(text.charAt(from)) >= 0) {
      return from + 1;
    }
    int at = from;
    boolean number = at < text.length() && Character.isDigit(text.codePointAt(at));
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isDigit(c) && (number || !(Character.isLetter(c) || c == '_'))) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** The value where it is used plainly. */
  Expansion plain() {
    return new Expansion(text, doubt);
  }
}
