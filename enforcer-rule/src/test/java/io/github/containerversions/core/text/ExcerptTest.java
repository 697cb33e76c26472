package io.github.containerversions.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a text that is too long to be shown. */
class ExcerptTest {

  /** A character, and how many bytes it takes where it takes most. */
  @ParameterizedTest(name = "U+{0} takes {1}")
  @CsvSource({
    "61, 1",
    "39, 1",
    "20, 1",
    "2F, 1",
    "29, 1",
    "21, 4",
    "23, 4",
    "60, 4",
    "7E, 4",
    "1F, 7",
    "7F, 7",
    "FC, 7",
    "FFFF, 7",
    "10000, 11",
    "1F433, 11"
  })
  void aCharacterTakesWhatTheLongestFormNeeds(String codePoint, int size) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(Excerpt.size(text)).isEqualTo(size);
    assertThat(Excerpt.size(text + text)).isEqualTo(2 * size);
  }

  /** The note of what is left out may itself take 40 bytes. */
  @Test
  void aTextIsCutToItsLimitAndSaysWhatIsMissing() {
    assertThat(Excerpt.cut("a".repeat(100), 100)).isEqualTo("a".repeat(100));
    String cut = Excerpt.cut("a".repeat(101), 100);
    int kept = cut.indexOf('…');

    assertThat(cut).isEqualTo("a".repeat(kept) + "… (" + (101 - kept) + " characters left out)");
    assertThat(kept).isBetween(40, 70);
    assertThat(Excerpt.size(cut)).isLessThanOrEqualTo(100);
  }

  @Test
  void aCharacterBeyondThePlaneIsNotHalved() {
    String cut = Excerpt.cut("🐳".repeat(50), 200);
    int kept = cut.codePointCount(0, cut.indexOf('…'));

    assertThat(cut).isEqualTo("🐳".repeat(kept) + "… (" + (50 - kept) + " characters left out)");
    assertThat(Excerpt.of("🐳🐳🐳", 2)).isEqualTo("🐳🐳…");
  }

  @Test
  void whatHasRoomIsLeftAsItIs() {
    assertThat(Excerpt.of("")).isEmpty();
    assertThat(Excerpt.of("a".repeat(60))).isEqualTo("a".repeat(60));
    assertThat(Excerpt.of("a".repeat(61))).isEqualTo("a".repeat(60) + "…");
    assertThat(Excerpt.quoted("a b")).isEqualTo("\"a b\"");
    assertThat(Excerpt.cut("ü".repeat(10), 70)).isEqualTo("ü".repeat(10));
    assertThat(Excerpt.cut("ü".repeat(11), 70)).contains("… (").endsWith(" characters left out)");
  }
}
