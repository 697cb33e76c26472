package io.github.containerversions.report;

/**
 * Text from a file as text or attribute of XML 1.0: no markup can come of it, and what XML cannot
 * hold or nobody sees is shown as an escape.
 */
final class XmlText {

  private XmlText() {}

  /** The text of an element. */
  static String of(String text) {
    return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The value of an attribute, between double quotes. */
  static String attribute(String value) {
    return of(value).replace("\"", "&quot;");
  }
}
