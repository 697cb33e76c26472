package io.github.containerversions.core.text;

/**
 * Cuts texts to the length that is shown: programs that read the output take only a part of it, and
 * a very long text would hide all others.
 *
 * <p>Sizes are the bytes that a text may take in the form that needs most, with all that is escaped
 * there.
 */
public final class Excerpt {

  /** The most of a path that is shown. */
  public static final int PATH = 600;

  /** The most of a name that is shown. */
  public static final int NAME = 400;

  /** The most of a message that is shown. */
  public static final int MESSAGE = 1200;

  /** The most of an advice that is shown. */
  public static final int HELP = 800;

  /** The most of the text of one further place that is shown. */
  public static final int PLACE = 200;

  /** The most of all the further places of a finding that is shown. */
  public static final int PLACES = 900;

  /** The most that is shown of why a run was not possible. */
  public static final int LONG_REASON = 4000;

  /** The characters that a sentence shows of a name or of an expression in it. */
  public static final int MAX_QUOTED_CHARACTERS = 60;

  private static final String LEFT_OUT = "… (%d characters left out)";

  private static final int MAX_BYTES_OF_CHARACTER = 11;

  private Excerpt() {}

  /** A text where a sentence names it. */
  public static String of(String text) {
    return of(text, MAX_QUOTED_CHARACTERS);
  }

  /** A text, or its first characters, so many code points. */
  public static String of(String text, int maxCharacters) {
    return text.codePointCount(0, text.length()) <= maxCharacters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxCharacters)) + "…";
  }

  /** The same in quotes. */
  public static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  /** A text, or its beginning and how many characters are left out. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit / MAX_BYTES_OF_CHARACTER || size(text) <= limit) {
      return text;
    }
    int room = limit - size(LEFT_OUT.formatted(Integer.MAX_VALUE));
    int end = 0;
    for (int used = 0; ; ) {
      int codePoint = text.codePointAt(end);
      used += size(codePoint);
      if (used > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    int left = text.codePointCount(end, text.length());
    return text.substring(0, end) + LEFT_OUT.formatted(left);
  }

  /** The size of a text. */
  public static int size(String text) {
    long size = text.codePoints().asLongStream().map(c -> size((int) c)).sum();
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  private static int size(int codePoint) {
    if (codePoint < ' ' || codePoint > '~') {
      // As \\uD800 or \\U000E0100 in JSON.
      return codePoint > 0xFFFF ? MAX_BYTES_OF_CHARACTER : 7;
    }
    boolean plain = Character.isLetterOrDigit(codePoint) || " ./-_,()".indexOf(codePoint) >= 0;
    // A number sign may become #\\u0023 for two, a percent sign %25, a backtick two fences more.
    return plain ? 1 : 4;
  }
}
