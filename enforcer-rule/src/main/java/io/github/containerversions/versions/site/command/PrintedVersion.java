package io.github.containerversions.versions.site.command;

import java.util.Locale;

/** Judges a line that should be a version. */
final class PrintedVersion {
  /** The longest version that is believed, in code points. */
  private static final int LONGEST = 256;

  private static final int LONGEST_QUOTE = 60;

  private PrintedVersion() {}

  /** Why a line is no version; empty where it is one. The line has no white space around it. */
  static String objection(String line) {
    int length = line.codePointCount(0, line.length());
    if (length > LONGEST) {
      return "it is " + length + " characters long";
    }
    return line.codePoints()
        .filter(c -> !isVisible(c))
        .mapToObj(
            c ->
                c == ' '
                    ? "it has a space in it"
                    : String.format(Locale.ROOT, "it has the character U+%04X in it", c))
        .findFirst()
        .orElse("");
  }

  /** The beginning of a text, for a message. */
  static String quoted(String text) {
    return "\"" + shortened(text, LONGEST_QUOTE) + "\"";
  }

  /** At most so many code points of a text. */
  static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != '\uFFFD';
    };
  }
}
