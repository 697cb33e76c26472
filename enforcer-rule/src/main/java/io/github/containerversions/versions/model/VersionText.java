package io.github.containerversions.versions.model;

/** How two versions are compared: as text. Nothing is parsed as a number. */
public final class VersionText {

  private VersionText() {}

  /**
   * The form in which versions are compared: trimmed, and without one leading {@code v} or {@code
   * V} that stands before a digit.
   */
  public static String normalise(String version) {
    String trimmed = version.strip();
    return hasPrefix(trimmed) ? trimmed.substring(1) : trimmed;
  }

  /** The normalised version, written with a leading {@code v} where {@code model} has one. */
  public static String inStyleOf(String model, String version) {
    String trimmed = model.strip();
    String normalised = normalise(version);
    return hasPrefix(trimmed) && isDigit(normalised, 0)
        ? trimmed.charAt(0) + normalised
        : normalised;
  }

  private static boolean hasPrefix(String version) {
    return !version.isEmpty()
        && (version.charAt(0) == 'v' || version.charAt(0) == 'V')
        && isDigit(version, 1);
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
