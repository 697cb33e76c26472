package io.github.containerversions.versions.site.command;

import io.github.containerversions.core.text.Invisible;
import io.github.containerversions.versions.model.VersionText;
import java.util.Locale;
import java.util.Optional;

/** Judges a line that should be a version. */
final class PrintedVersion {
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
        .filter(c -> Invisible.is(c) || c == '\uFFFD')
        .mapToObj(c -> String.format(Locale.ROOT, "it has the character U+%04X in it", c))
        .findFirst();
  }

  /** Whether a line quotes something, as a value of JSON or of Nix does. */
  static boolean hasQuotes(String line) {
    return line.chars().anyMatch(c -> c == '"' || c == '\'' || c == '`');
  }
}
