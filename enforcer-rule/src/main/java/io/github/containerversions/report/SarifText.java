package io.github.containerversions.report;

/**
 * Text from a file as a plain text message of SARIF 2.1.0: no placeholder (3.11.5) and no embedded
 * link (3.11.6) can come of it, and control characters are seen.
 */
final class SarifText {

  private SarifText() {}

  static String of(String text) {
    String printable = Printable.of(text).replace("{", "{{").replace("}", "}}");
    // Viewers that know nothing of links show the backslashes, so they stand only where needed.
    return printable.contains("](") ? printable.replace("[", "\\[").replace("]", "\\]") : printable;
  }
}
