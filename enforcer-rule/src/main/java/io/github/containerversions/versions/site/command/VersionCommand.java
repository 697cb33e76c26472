package io.github.containerversions.versions.site.command;

import java.util.List;

/**
 * A command that prints a version, with placeholders for names.
 *
 * <p>It is split into words once, as it was configured, and the names are filled into single words
 * afterwards: no name can become a second word, and no shell sees any of it.
 */
public final class VersionCommand {
  private static final String PACKAGE = "{package}";
  private static final String CONTAINER = "{container}";

  private final String parameter;
  private final List<String> words;

  private VersionCommand(String parameter, List<String> words) {
    this.parameter = parameter;
    this.words = words;
  }

  /**
   * Splits a command into words as a POSIX shell does with spaces, quotes and backslashes (Shell
   * Command Language, 2.2), and with nothing else.
   *
   * @param parameter the parameter it was configured with, for messages
   * @param template the command, such as {@code dagger call nix-version --package={package}}
   * @throws IllegalArgumentException if the command is empty, a quote is not closed, or it has an
   *     operator that only a shell understands; the message is for the user
   */
  public static VersionCommand parse(String parameter, String template) {
    return new VersionCommand(parameter, CommandWords.split(parameter, template));
  }

  /** The parameter that this command was configured with. */
  public String parameter() {
    return parameter;
  }

  /** Whether the command can only be asked about a package that is known. */
  public boolean needsPackage() {
    return words.stream().anyMatch(word -> word.contains(PACKAGE));
  }

  /** Whether a name would be the beginning of a word, where a leading hyphen makes an option. */
  boolean startsWordWithContainer() {
    return words.stream().anyMatch(word -> word.startsWith(CONTAINER));
  }

  /** The words to run. */
  List<String> fill(String container, String packageName) {
    return words.stream().map(word -> fill(word, container, packageName)).toList();
  }

  /** Goes over the word once, so that what was filled in is not looked at again. */
  private static String fill(String word, String container, String packageName) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int brace = word.indexOf('{'); brace >= 0; brace = word.indexOf('{', brace + 1)) {
      String place =
          word.startsWith(PACKAGE, brace)
              ? PACKAGE
              : word.startsWith(CONTAINER, brace) ? CONTAINER : "";
      if (!place.isEmpty()) {
        filled.append(word, at, brace).append(place.equals(PACKAGE) ? packageName : container);
        at = brace + place.length();
      }
    }
    return filled.append(word, at, word.length()).toString();
  }
}
