package io.github.containerversions.report;

import java.nio.charset.StandardCharsets;

/** Paths as relative references (RFC 3986, 4.2), every byte but the harmless ones encoded. */
final class RelativeUri {
  private static final String HEX = "0123456789ABCDEF";

  private RelativeUri() {}

  /**
   * A path as a reference.
   *
   * @param path relative, with {@code /} between its parts
   */
  static String of(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (byte value : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (value & 0xFF);
      if (isUnreserved(c) || c == '/') {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  /** RFC 3986, 2.3. */
  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
