package io.github.containerversions.core.text;

/**
 * Characters that look like nothing or like a blank, whatever their general category. Java knows
 * the category, but not this property.
 */
public final class Invisible {

  /**
   * First and last of each range with the property {@code Default_Ignorable_Code_Point} in Unicode
   * 16.0 (DerivedCoreProperties.txt).
   */
  private static final int[] DEFAULT_IGNORABLE = {
    0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F,
    0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
    0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF,
  };

  /**
   * Characters without the property whose glyph is blank: the pattern of Braille without dots, the
   * null note head, the filler of Khitan small script, two blanks of hieroglyphs.
   */
  private static final int[] BLANK = {
    0x2800, 0x2800, 0x1D159, 0x1D159, 0x16FE4, 0x16FE4, 0x13441, 0x13442,
  };

  private Invisible() {}

  /** Whether it shows as nothing or as a blank. */
  public static boolean is(int codePoint) {
    return isIn(DEFAULT_IGNORABLE, codePoint) || isIn(BLANK, codePoint) || hasNoGlyph(codePoint);
  }

  private static boolean isIn(int[] ranges, int codePoint) {
    for (int at = 0; at < ranges.length; at += 2) {
      if (codePoint >= ranges[at] && codePoint <= ranges[at + 1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNoGlyph(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
