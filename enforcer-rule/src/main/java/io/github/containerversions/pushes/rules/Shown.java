package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Excerpt;
import java.util.regex.Pattern;

/** Text from a file, made fit for a message: cut, and without credentials that stand in a name. */
final class Shown {
  /** What may follow the {@code @} of a digest: an algorithm and its digits, or a variable. */
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9+._-]+:[0-9a-fA-F]*|\\$[^/@]*|");

  private Shown() {}

  static String of(String text) {
    return Excerpt.of(withoutCredentials(text));
  }

  /**
   * A name or an address with {@code ***} in place of a user and a password before the host (RFC
   * 3986, 3.2.1). Passwords with a slash or an {@code @} in them are covered, as nothing but a
   * digest may follow an {@code @} in the name of an image.
   */
  static String withoutCredentials(String text) {
    int at = text.lastIndexOf('@');
    while (at >= 0 && DIGEST.matcher(text.substring(at + 1).strip()).matches()) {
      int before = text.lastIndexOf('@', at - 1);
      if (before < 0 || text.indexOf('@') == at) {
        return text;
      }
      at = before;
    }
    if (at < 0) {
      return text;
    }
    int scheme = text.indexOf("://");
    int from = scheme >= 0 && scheme < at ? scheme + 3 : 0;
    return text.substring(0, from) + "***" + text.substring(at);
  }
}
