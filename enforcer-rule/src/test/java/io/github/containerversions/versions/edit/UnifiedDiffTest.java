package io.github.containerversions.versions.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diffs as GNU diff -u writes them, but with counts of 1 and with one piece for all edits. */
class UnifiedDiffTest {
  private static final String NO_BREAK = "\\ No newline at end of file";

  static List<Arguments> diffs() {
    return List.of(
        row("V\n", "W\n", "@@ -1,1 +1,1 @@", "-V", "+W"),
        row(
            "a\nb\nc\nd\nV\ne\nf\ng\nh\n",
            "a\nb\nc\nd\nW\ne\nf\ng\nh\n",
            "@@ -2,7 +2,7 @@",
            " b",
            " c",
            " d",
            "-V",
            "+W",
            " e",
            " f",
            " g"),
        row("a\nV\nb\n", "a\nW\nb\n", "@@ -1,3 +1,3 @@", " a", "-V", "+W", " b"),
        row("V\n\nb\n", "W\n\nb\n", "@@ -1,3 +1,3 @@", "-V", "+W", " ", " b"),
        row(
            "V\na\nV\nb\n",
            "W\na\nW\nb\n",
            "@@ -1,4 +1,4 @@",
            "-V",
            "-a",
            "-V",
            "+W",
            "+a",
            "+W",
            " b"),
        row("a\r\nV\r\n", "a\r\nW\r\n", "@@ -1,2 +1,2 @@", " a\r", "-V\r", "+W\r"),
        row("a\nV", "a\nW", "@@ -1,2 +1,2 @@", " a", "-V", NO_BREAK, "+W", NO_BREAK),
        row("V\na", "W\na", "@@ -1,2 +1,2 @@", "-V", "+W", " a", NO_BREAK),
        row("a\nb\n", "a\nx\nb\n", "@@ -1,2 +1,3 @@", " a", "+x", " b"),
        row("a\na\n", "a\na\na\n", "@@ -1,2 +1,3 @@", " a", " a", "+a"),
        row("a\nb", "a\nb\nc", "@@ -1,2 +1,3 @@", " a", "-b", NO_BREAK, "+b", "+c", NO_BREAK),
        row("\uFEFFV\n", "\uFEFFW\n", "@@ -1,1 +1,1 @@", "-\uFEFFV", "+\uFEFFW"),
        row("\uFEFFa\nV\n", "\uFEFFa\nW\n", "@@ -1,2 +1,2 @@", " \uFEFFa", "-V", "+W"));
  }

  private static Arguments row(String before, String after, String... diff) {
    return Arguments.of(before, after, List.of(diff));
  }

  @ParameterizedTest
  @MethodSource("diffs")
  void aDiffHasTheLinesThatDifferAndThreeAroundThem(
      String before, String after, List<String> diff) {
    EditedFiles files = new EditedFiles(new MemoryFiles().with("f", before));
    edit(files, "f", after);

    assertThat(UnifiedDiff.of(files)).startsWith("--- a/f", "+++ b/f");
    assertThat(UnifiedDiff.of(files).stream().skip(2)).isEqualTo(diff);
  }

  @Test
  void eachFileThatIsEditedHasItsDiff() {
    EditedFiles files =
        new EditedFiles(new MemoryFiles().with("a", "1\n").with("b", "1\n").with("c/d", "1\n"));
    edit(files, "c/d", "2\n");
    edit(files, "a", "3\n");

    assertThat(UnifiedDiff.of(files))
        .containsExactly(
            "--- a/c/d",
            "+++ b/c/d",
            "@@ -1,1 +1,1 @@",
            "-1",
            "+2",
            "--- a/a",
            "+++ b/a",
            "@@ -1,1 +1,1 @@",
            "-1",
            "+3");
  }

  private static void edit(EditedFiles files, String file, String content) {
    SourceText text = ((FileContent.Text) files.read(file, 1000)).text();
    files.replace(text, 0, text.content().length(), content.replace("\uFEFF", ""));
  }
}
