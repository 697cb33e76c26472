package io.github.containerversions.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.Property;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

  @Test
  void columnsCountCodePointsNotUtf16Units() {
    SourceText text = SourceText.of("f", "a\n# 🐳🐳 v1\n");

    assertThat(text.span(9, 11)).isEqualTo(new SourceSpan("f", 2, 6, 2, 8));
  }

  @Test
  void aColumnCountsFromItsOwnLine() {
    SourceText text = SourceText.of("f", "🐳🐳\n".repeat(40) + "a🐳b");

    assertThat(text.span(203, 204)).isEqualTo(new SourceSpan("f", 41, 3, 41, 4));
    assertThat(text.hasByteOrderMark()).isFalse();
  }

  @Test
  void aByteOrderMarkCountsForNoColumn() {
    SourceText text = SourceText.of("f", "\uFEFFabc");

    assertThat(text.content()).isEqualTo("abc");
    assertThat(text.hasByteOrderMark()).isTrue();
    assertThat(text.span(1, 2)).isEqualTo(new SourceSpan("f", 1, 2, 1, 3));
  }

  @Test
  void aSpanAtTheVeryEndStandsAfterTheLastCharacter() {
    assertThat(SourceText.of("f", "ab\r\n").span(4, 4)).isEqualTo(new SourceSpan("f", 2, 1, 2, 1));
    assertThat(SourceText.of("f", "").span(0, 0)).isEqualTo(new SourceSpan("f", 1, 1, 1, 1));
  }

  @ParameterizedTest(name = "{0}:{1} is {2}")
  @CsvSource({"1, 1, 0", "1, 3, 3", "2, 1, 5", "2, 2, 6", "3, 1, 7"})
  void aLineAndAColumnLeadToTheOffset(int line, int column, int offset) {
    SourceText text = SourceText.of("f", "\uFEFFa🐳\r\nb\n");

    assertThat(text.offset(line, column)).isEqualTo(offset);
    assertThat(text.lineStart(line)).isEqualTo(text.offset(line, 1));
  }

  @ParameterizedTest(name = "{0}:{1}-{2}:{3}")
  @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "2, 1, 1, 9", "1, 2, 1, 1"})
  void whatEndsBeforeItBeginsIsNoSpan(int line, int column, int endLine, int endColumn) {
    assertThatThrownBy(() -> new SourceSpan("f", line, column, endLine, endColumn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a span: " + line + ":" + column + "-" + endLine + ":" + endColumn);
  }

  @Test
  void spansAreTheSameIfTheyBeginAndEndAtTheSamePlaces() {
    SourceSpan span = new SourceSpan("f", 1, 2, 3, 1);

    assertThat(span)
        .isEqualTo(new SourceSpan("f", 1, 2, 3, 1))
        .hasSameHashCodeAs(new SourceSpan("f", 1, 2, 3, 1));
    assertThat(
            Stream.of(
                new SourceSpan("g", 1, 2, 3, 1),
                new SourceSpan("f", 2, 2, 3, 1),
                new SourceSpan("f", 1, 1, 3, 1),
                new SourceSpan("f", 1, 2, 4, 1),
                new SourceSpan("f", 1, 2, 3, 2),
                new FileLocation("f")))
        .doesNotContain(span);
  }

  @Test
  void linesAndColumnsLeadBackToTheOffset() {
    Property.holds(
        random -> {
          String any = random.text();
          int seed = random.upTo(300);
          SourceText text = SourceText.of("f", any);
          int offset = text.content().isEmpty() ? 0 : seed % (text.content().length() + 1);
          SourceSpan span = text.span(offset, offset);

          String[] lines = text.content().split("\n", -1);
          int before = 0;
          for (int line = 1; line < span.line(); line++) {
            before += lines[line - 1].length() + 1;
          }
          assertThat(text.content().substring(before, offset).codePoints().count())
              .isEqualTo(span.column() - 1);
          assertThat(text.offset(span.line(), span.column())).isIn(offset, offset + 1);
        });
  }

  @Test
  void columnsOfLongLinesCountCodePoints() {
    Property.holds(
        100,
        random -> {
          int letters = random.upTo(1500);
          int whales = random.upTo(1500);
          String line = "a".repeat(letters) + "🐳".repeat(whales) + "\uD83D".repeat(3);
          SourceText text = SourceText.of("f", "x\n" + line + "b");
          int end = 2 + line.length();

          assertThat(text.span(end, end + 1))
              .isEqualTo(new SourceSpan("f", 2, letters + whales + 4, 2, letters + whales + 5));
          int column = 1 + random.upTo(letters + whales + 3);
          assertThat(text.offset(2, column))
              .isEqualTo(text.content().offsetByCodePoints(2, column - 1));
        });
  }
}
