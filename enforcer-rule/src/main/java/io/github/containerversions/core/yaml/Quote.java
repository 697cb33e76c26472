package io.github.containerversions.core.yaml;

/** Text from a file, cut to fit into a message. */
public final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  public static String of(String text) {
    return "\"" + shortened(text, LONGEST) + "\"";
  }

  /** At most so many code points of a text. */
  public static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }
}
