package io.github.containerversions.report;

/**
 * Text from a file as a plain text message of SARIF 2.1.0: no placeholder (3.11.5) and no embedded
 * link (3.11.6) can come of it, and control characters are seen.
 */
final class SarifText {

  private SarifText() {}

  static String of(String text) {
    // Viewers that know nothing of links show the backslashes, so they stand only where needed.
    return text.contains("](") ? besideLinks(text) : withoutPlaceholders(text);
  }

  /** The same where links stand in the same message: no bracket can become part of them. */
  static String besideLinks(String text) {
    return withoutPlaceholders(text).replace("[", "\\[").replace("]", "\\]");
  }

  /**
   * A link to a related location of the result.
   *
   * @param text what is shown
   * @param id the location's id
   */
  static String link(String text, int id) {
    String shown = withoutPlaceholders(text).replace("\\", "\\\\");
    return "[" + shown.replace("[", "\\[").replace("]", "\\]") + "](" + id + ")";
  }

  private static String withoutPlaceholders(String text) {
    return Printable.of(text).replace("{", "{{").replace("}", "}}");
  }
}
