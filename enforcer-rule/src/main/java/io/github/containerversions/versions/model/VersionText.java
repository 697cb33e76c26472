package io.github.containerversions.versions.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares versions as text, and decides which texts can be a version. Nothing is parsed as a
 * number.
 */
public final class VersionText {

  /** The longest version, in code points: so long a tag of an image can be (OCI distribution). */
  public static final int MAX_CHARACTERS = 128;

  /** So many characters outside of ASCII are named of one version. */
  private static final int MAX_NAMED = 3;

  private VersionText() {}

  /**
   * Why a text can be no version, as the end of a sentence that quotes nothing of it: what stands
   * where a version is expected may be a file that holds secrets.
   *
   * @param text white space at its ends does not count
   */
  public static Optional<String> objection(String text) {
    String version = text.strip();
    int length = version.codePointCount(0, version.length());
    String flaw = flaw(version);
    if (!flaw.isEmpty()) {
      return Optional.of("has " + characters(length) + " with " + flaw + ", which no version has");
    }
    return length > MAX_CHARACTERS
        ? Optional.of("has " + characters(length) + ", and a version has at most " + MAX_CHARACTERS)
        : Optional.empty();
  }

  /** Whether a text can be a version, and so may be shown. */
  public static boolean isPossible(String text) {
    return objection(text).isEmpty();
  }

  /** A number of characters, with the noun. */
  public static String characters(int count) {
    return count + (count == 1 ? " character" : " characters");
  }

  /** The first of the flaws below that a text has; empty where it has none. */
  private static String flaw(String version) {
    boolean blank = false;
    boolean control = false;
    for (int at = 0; at < version.length(); at++) {
      char c = version.charAt(at);
      if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        return "line breaks";
      }
      control |= Character.isISOControl(c);
      blank |= Character.isWhitespace(c);
    }
    return control ? "control characters" : blank ? "white space inside" : "";
  }

  /**
   * A version with the names of its characters outside of ASCII, which may look like others or like
   * nothing: {@code 1.0р (U+0440 CYRILLIC SMALL LETTER ER)}.
   */
  public static String named(String version) {
    List<String> names =
        version
            .codePoints()
            .filter(c -> c > '~')
            .distinct()
            .mapToObj(c -> "U+%04X %s".formatted(c, Character.getName(c)))
            .toList();
    if (names.isEmpty()) {
      return version;
    }
    String list = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMED;
    return version + " (" + list + (more > 0 ? " and " + more + " more" : "") + ")";
  }

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
