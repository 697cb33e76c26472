package io.github.containerversions.core.text;

/** Names of files in messages that have lines of their own: a name must not begin one. */
public final class OneLine {

  private OneLine() {}

  /** A text with a question mark for each control character and line separator. */
  public static String of(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
  }
}
