package io.github.containerversions.versions.site.command;

import io.github.containerversions.versions.model.VersionText;
import java.util.Locale;
import java.util.Optional;

/** Judges a line that should be a version. */
final class PrintedVersion {
  private static final int LONGEST_QUOTE = 60;

  private PrintedVersion() {}

  /** Why a line is no version; empty where it is one. The line has no white space around it. */
  static String objection(String line) {
    return VersionText.objection(line)
        .map(objection -> "it " + objection)
        .or(() -> invisible(line))
        .orElse("");
  }

  private static Optional<String> invisible(String line) {
    return line.codePoints()
        .filter(c -> !isVisible(c))
        .mapToObj(c -> String.format(Locale.ROOT, "it has the character U+%04X in it", c))
        .findFirst();
  }

  /** Whether a line quotes something, as a value of JSON or of Nix does. */
  static boolean hasQuotes(String line) {
    return line.chars().anyMatch(c -> c == '"' || c == '\'' || c == '`');
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
