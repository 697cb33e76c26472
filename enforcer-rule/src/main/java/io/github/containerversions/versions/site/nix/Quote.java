package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.versions.model.VersionText;
import java.util.regex.Pattern;

/** Text from a file as messages show it: on one line, and cut where it is long. */
final class Quote {
  private static final int MAX_CHARACTERS = 80;

  /** How far to look for something that is not blank. */
  private static final int MAX_SEEN = 1000;

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r]+");

  private Quote() {}

  static String of(String text) {
    return of(text, 0, text.length());
  }

  /** A value, where it stands in the code as it is; any other may be what a file holds. */
  static String value(Value.Text text) {
    boolean literal =
        text.origin().wholeFile() == null && text.origin().written().contains(text.value());
    return literal
        ? of(text.value())
        : "a text of " + VersionText.characters(text.value().length());
  }

  static String of(String text, int start, int end) {
    int seen = Math.min(end, start + MAX_SEEN);
    seen += seen < end && Character.isHighSurrogate(text.charAt(seen - 1)) ? 1 : 0;
    String line = BLANKS.matcher(text.substring(start, seen)).replaceAll(" ");
    String shown = Excerpt.of(line.startsWith(" ") ? line.substring(1) : line, MAX_CHARACTERS);
    return seen == end || shown.endsWith("…") ? shown : shown + "…";
  }
}
