package io.github.containerversions.versions.site.nix;

/** The sets of characters that the tokens of Nix are made of; all of them are ASCII. */
enum CharClass {
  /** What an identifier starts with. */
  IDENTIFIER_START("_", true, false),
  IDENTIFIER("_'-", true, true),
  DIGIT("", false, true),
  /** The characters of a path's segments. */
  PATH("._-+", true, true),
  SCHEME_START("", true, false),
  /** The characters before the colon of a URI. */
  SCHEME("+-.", true, true),
  /** The characters after it. */
  URI("%/?:@&=+$,-_.!~*'", true, true);

  /** One bit for each of the characters 0 to 63. */
  private final long low;

  /** One bit for each of the characters 64 to 127. */
  private final long high;

  CharClass(String others, boolean letters, boolean digits) {
    String members =
        others
            + (letters ? "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" : "")
            + (digits ? "0123456789" : "");
    this.low = bits(members, 0);
    this.high = bits(members, Long.SIZE);
  }

  private static long bits(String members, int from) {
    long bits = 0;
    for (int i = 0; i < members.length(); i++) {
      int bit = members.charAt(i) - from;
      if (bit >= 0 && bit < Long.SIZE) {
        bits |= 1L << bit;
      }
    }
    return bits;
  }

  boolean has(char c) {
    return switch (c >>> 6) {
      case 0 -> (low >>> c & 1) != 0;
      case 1 -> (high >>> (c - Long.SIZE) & 1) != 0;
      default -> false;
    };
  }

  /** The offset of the first character at or after {@code from} that is no member. */
  int end(String text, int from) {
    int at = from;
    while (at < text.length() && has(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
