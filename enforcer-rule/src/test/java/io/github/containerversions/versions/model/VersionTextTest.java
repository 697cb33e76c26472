package io.github.containerversions.versions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTextTest {

  @ParameterizedTest(name = "{0} is compared as {1}")
  @CsvSource({
    "v2.17.0, 2.17.0",
    "V2.17.0, 2.17.0",
    "2.17.0, 2.17.0",
    "' 2.17.0\n', 2.17.0",
    "v0, 0",
    "v9, 9",
    "v/, v/",
    "v:, v:",
    "vv1, vv1",
    "v, v",
    "version-1, version-1",
    "4.0.6-r4, 4.0.6-r4",
    "2.10, 2.10",
    "'', ''"
  })
  void oneLeadingVBeforeADigitIsSetAside(String version, String compared) {
    assertThat(VersionText.normalise(version)).isEqualTo(compared);
  }

  @ParameterizedTest(name = "{1} in the style of {0} is {2}")
  @CsvSource({
    "v1.0, 2.0, v2.0",
    "V1.0, 2.0, V2.0",
    "1.0, v2.0, 2.0",
    "v1.0, v2.0, v2.0",
    "v1.0, nightly, nightly",
    "version-1, v2.0, 2.0"
  })
  void adviceKeepsTheStyleOfThePlaceItIsFor(String model, String version, String advised) {
    assertThat(VersionText.inStyleOf(model, version)).isEqualTo(advised);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'1.2', ''",
    "' 1.2\n', ''",
    "'', ''",
    "'é 1', has 3 characters with white space inside",
    "'1\t2', has 3 characters with control characters",
    "'1\u00002', has 3 characters with control characters",
    "'1 2\r3', has 5 characters with line breaks",
    "'1\n2', has 3 characters with line breaks",
    "'1\u00852', has 3 characters with line breaks",
    "'1\u20282', has 3 characters with line breaks",
    "'1\u20292', has 3 characters with line breaks"
  })
  void whatHasBlanksOrControlCharactersIsNoVersion(String text, String objection) {
    assertThat(VersionText.objection(text).orElse(""))
        .isEqualTo(objection.isEmpty() ? "" : objection + ", which no version has");
    assertThat(VersionText.isPossible(text)).isEqualTo(objection.isEmpty());
  }

  @Test
  void aVersionIsAsLongAsATagAtMost() {
    assertThat(VersionText.objection("🐳".repeat(128))).isEmpty();
    assertThat(VersionText.objection("1".repeat(129)))
        .contains("has 129 characters, and a version has at most 128");
    assertThat(VersionText.characters(1)).isEqualTo("1 character");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1.0~rc, 1.0~rc",
    "1.0\u0440, 1.0\u0440 (U+0440 CYRILLIC SMALL LETTER ER)",
    "1\u0440\u0440, 1\u0440\u0440 (U+0440 CYRILLIC SMALL LETTER ER)",
    "\u00e9\u00e8\u00ea, '\u00e9\u00e8\u00ea (U+00E9 LATIN SMALL LETTER E WITH ACUTE, "
        + "U+00E8 LATIN SMALL LETTER E WITH GRAVE, U+00EA LATIN SMALL LETTER E WITH CIRCUMFLEX)'",
    "\u03b1\u03b2\u03b3\u03b4\u03b5, "
        + "'\u03b1\u03b2\u03b3\u03b4\u03b5 (U+03B1 GREEK SMALL LETTER ALPHA, "
        + "U+03B2 GREEK SMALL LETTER BETA, U+03B3 GREEK SMALL LETTER GAMMA and 2 more)'"
  })
  void theCharactersThatMayLookLikeOthersAreNamed(String version, String named) {
    assertThat(VersionText.named(version)).isEqualTo(named);
  }

  @Test
  void aStyleNeverChangesWhatIsCompared() {
    Property.holds(
        random -> {
          String model = random.text();
          String version = random.text();
          String once = VersionText.normalise(version);
          String styled = VersionText.inStyleOf(model, once);
          // vv1 is compared as vv1, and must not become v1 by being put in a style.
          assertThat(styled).endsWith(once);
        });
  }
}
