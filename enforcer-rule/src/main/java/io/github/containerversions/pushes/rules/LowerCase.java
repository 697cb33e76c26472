package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A substitution that does nothing but write its words in small letters, as names of images must
 * be. What is known of the words is known of it too: a registry is the same in capitals.
 */
final class LowerCase {
  private static final String WORDS =
      "(\"[^\"]*\"|'\\$\\{\\{[^}']*\\}\\}'|(?:\\$\\{\\{[^}']*\\}\\}|[^\\s\"'|<>;&()])+)";
  private static final String TR =
      "tr\\s+['\"]?(?:\\[?A-Z\\]?|\\[:upper:\\])['\"]?\\s+['\"]?(?:\\[?a-z\\]?|\\[:lower:\\])['\"]?";
  private static final Pattern SUBSTITUTION =
      Pattern.compile(
          "(?:\\$\\(|`)\\s*(?:(?:echo(?:\\s+-n)?|printf\\s+['\"]?%s['\"]?)\\s+"
              + WORDS
              + "\\s*\\|\\s*"
              + TR
              + "|"
              + TR
              + "\\s*<<<\\s*"
              + WORDS
              + ")\\s*[)`]");

  private LowerCase() {}

  /** The words that a substitution writes in small letters; empty where it does something else. */
  static Optional<ShellWord> of(Piece.Computed substitution, ShellWord owner) {
    Matcher matcher = SUBSTITUTION.matcher(substitution.text());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String words = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String bare =
        words.startsWith("\"") || words.startsWith("'")
            ? words.substring(1, words.length() - 1)
            : words;
    return Optional.of(ShellReader.expanded(bare, (start, end) -> owner.location(substitution)));
  }
}
