package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What GitHub's action computes for the same texts: the expected values are those of its own tests
 * ({@code src/fingerprints.test.ts} of github/codeql-action), and for the byte order mark what its
 * algorithm gives with Node.js, which keeps the mark.
 */
class LineHashesTest {

  @Test
  void anEmptyTextHasOneLine() {
    assertThat(hashes("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void spacesAndTabsDoNotCount() {
    assertThat(hashes(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @Test
  void aTextMayEndWithoutALineFeed() {
    assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End"))
        .containsExactly(
            "8b7cf3e952e7aeb2:1",
            "b1ae1287ec4718d9:1",
            "bff680108adb0fcc:1",
            "c6805c5e1288b612:1",
            "b86d3392aea1be30:1",
            "e6ceba753e1a442:1");
  }

  @Test
  void everyLineEndingIsTheSame() {
    List<String> expected =
        List.of(
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1");

    assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n")).isEqualTo(expected);
    assertThat(hashes(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r")).isEqualTo(expected);
    assertThat(hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n"))
        .isEqualTo(expected);
    assertThat(hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n")).isEqualTo(expected);
  }

  @Test
  void equalLinesAreCounted() {
    assertThat(hashes("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .containsExactly(
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1");
  }

  /** A hash depends on the 100 characters from the start of its line, and on nothing before it. */
  @Test
  void theLastLinesOfALongTextHaveTheHashesOfAShortOne() {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 100; line++) {
      text.append("line ").append(line).append('\n');
    }
    String end = text.substring(text.indexOf("line 90\n"));

    List<String> all = hashes(text.toString());
    assertThat(all).hasSize(101);
    assertThat(all.subList(90, 101)).isEqualTo(hashes(end));
  }

  @Test
  void aByteOrderMarkIsACharacterOfTheFirstLine() {
    assertThat(hashes("\uFEFFa\nb\n"))
        .containsExactly("8fff498b8a070609:1", "ade70578248be16f:1", "c129715d7a2bc9a3:1");
  }

  @Test
  void aPlaceHasTheHashOfItsFirstLine() {
    LineHashes hashes = of(Map.of("f", " a\nb\n  \t\tc\n d"));

    assertThat(hashes.of(new SourceSpan("f", 2, 1, 3, 1))).contains("54703d4cd895b18:1");
  }

  @Test
  void whatIsNotThereHasNoHash() {
    LineHashes hashes = of(Map.of("f", "a\n", "folder/f", ""));

    assertThat(hashes.of(new SourceSpan("f", 9, 1, 9, 1))).isEmpty();
    assertThat(hashes.of(new SourceSpan("g", 1, 1, 1, 1))).isEmpty();
    assertThat(hashes.of(new SourceSpan("folder", 1, 1, 1, 1))).isEmpty();
  }

  @Test
  void manyFilesByTurnsKeepTheirHashes() {
    MemoryFiles files = new MemoryFiles();
    for (int i = 0; i < 9; i++) {
      files.with("f" + i, "line of " + i);
    }
    LineHashes hashes = new LineHashes(new ReportSources(files, "f0"));
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < 9; i++) {
        assertThat(hashes.of(new SourceSpan("f" + i, 1, 1, 1, 1)))
            .contains(hashes("line of " + i).get(0));
      }
    }
  }

  private static LineHashes of(Map<String, String> texts) {
    return new LineHashes(new ReportSources(MemoryFiles.of(texts), "f"));
  }

  private static List<String> hashes(String text) {
    long[] hashes = LineHashes.of(SourceText.of("f", text));
    List<String> numbered = new ArrayList<>();
    for (int line = 0; line < hashes.length; line++) {
      numbered.add(LineHashes.numbered(hashes, line));
    }
    return numbered;
  }
}
