package io.github.containerversions.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows as nothing or as a blank, by the properties of Unicode 16.0. */
class InvisibleTest {

  /** The first and the last of a range, with the nearest visible characters around it. */
  @ParameterizedTest(name = "U+{0} to U+{1} is {3}")
  @CsvSource({
    "00AC, 00AD, 00AD, 00AE, a soft hyphen",
    "034E, 034F, 034F, 0350, the grapheme joiner",
    "1112, 115F, 1160, 1161, a filler of Hangul",
    "17B3, 17B4, 17B5, 17B6, a vowel of Khmer that is not shown",
    "180A, 180B, 180F, 1810, a selector of Mongolian",
    "3163, 3164, 3164, 3165, the filler of Hangul",
    "2027, 2028, 202F, 2030, a separator or a mark of direction",
    "FE19, FEFF, FEFF, FF01, the byte order mark",
    "FF9F, FFA0, FFA0, FFA1, the narrow filler of Hangul",
    "28FF, FE00, FE0F, FE10, a variation selector",
    "27FF, 2800, 2800, 2801, a Braille pattern without dots",
    "1BC9F, 1BCA0, 1BCA3, 1D100, a control of shorthand",
    "1D158, 1D159, 1D159, 1D15A, the null note head",
    "1D172, 1D173, 1D17A, 1D17B, a control of musical notation",
    "2FA1D, E0100, E01EF, 1F433, a variation selector of plane 14"
  })
  void aRangeOfCharactersIsInvisible(
      String before, String first, String last, String after, String what) {
    assertThat(Invisible.is(codePoint(first))).as(what).isTrue();
    assertThat(Invisible.is(codePoint(last))).as(what).isTrue();
    assertThat(Invisible.is(codePoint(before))).as("before " + what).isFalse();
    assertThat(Invisible.is(codePoint(after))).as("after " + what).isFalse();
  }

  @ParameterizedTest(name = "U+{0}: {1}")
  @CsvSource({
    "0000, true",
    "0020, true",
    "007F, true",
    "00A0, true",
    "2029, true",
    "D800, true",
    "E000, true",
    "0378, true",
    "16FE4, true",
    "0041, false",
    "00E9, false",
    "0301, false",
    "0440, false"
  })
  void aCharacterWithoutAGlyphIsInvisible(String codePoint, boolean invisible) {
    assertThat(Invisible.is(codePoint(codePoint))).isEqualTo(invisible);
  }

  @ParameterizedTest
  @CsvSource({"0A, ?", "0D, ?", "09, ?", "1B, ?", "7F, ?", "85, ?", "2028, ?", "2029, ?", "E9, é"})
  void aNameInAMessageBeginsNoLine(String codePoint, String shown) {
    assertThat(OneLine.of("a" + Character.toString(codePoint(codePoint)) + "b"))
        .isEqualTo("a" + shown + "b");
  }

  private static int codePoint(String hex) {
    return Integer.parseInt(hex, 16);
  }
}
