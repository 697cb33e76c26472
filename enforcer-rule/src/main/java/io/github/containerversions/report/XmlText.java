package io.github.containerversions.report;

/**
 * Text from a file as text or attribute of XML 1.0: no markup can come of it, and what XML cannot
 * hold or nobody sees is shown as an escape.
 */
final class XmlText {

  private XmlText() {}

  static String of(String text) {
    String printable = Printable.of(text);
    StringBuilder out = new StringBuilder(printable.length() + 16);
    for (int at = 0; at < printable.length(); at++) {
      char c = printable.charAt(at);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
