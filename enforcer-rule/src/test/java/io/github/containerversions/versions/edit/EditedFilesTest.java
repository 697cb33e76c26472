package io.github.containerversions.versions.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.core.text.SourceText;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedFilesTest {

  @Test
  void aReplacementIsLocatedInTheFileAsItWasBeforeAnyEdit() {
    EditedFiles files = new EditedFiles(new MemoryFiles().with("f", "é 1.2 1.2\n1.2"));

    files.replace(text(files), 2, 5, "10.20");
    files.replace(text(files), 8, 11, "10.20");
    files.replace(text(files), 14, 17, "");

    assertThat(files.replacements())
        .extracting(
            it -> it.place().line() + ":" + it.place().column() + "-" + it.place().endColumn())
        .containsExactly("1:3-6", "1:7-10", "2:1-4");
  }

  @Test
  void aByteOrderMarkTakesNoColumn() {
    EditedFiles files = new EditedFiles(new MemoryFiles().with("f", "\uFEFF1.2"));

    files.replace(text(files), 0, 3, "2");

    assertThat(files.replacements().get(0).place().column()).isEqualTo(1);
    assertThat(files.replacements().get(0).place().endColumn()).isEqualTo(4);
  }

  @Test
  void aCopyIsEditedOnItsOwn() {
    EditedFiles files = new EditedFiles(new MemoryFiles().with("f", "1.2").with("d/g", "1"));
    files.replace(text(files), 0, 3, "2.0");
    EditedFiles copy = files.copy();
    copy.replace(text(copy), 0, 3, "3.0");

    assertThat(text(files).content()).isEqualTo("2.0");
    assertThat(copy.readFollowed("f", 1000))
        .isInstanceOfSatisfying(
            FileContent.Text.class, it -> assertThat(it.text().content()).isEqualTo("3.0"));
    assertThat(copy.edited()).containsOnlyKeys("f");
    assertThat(copy.original(text(copy)).content()).isEqualTo("1.2");
    assertThat(copy.replacements()).hasSize(2);
    assertThat(copy.readFollowed("d/g", 1000))
        .isInstanceOfSatisfying(
            FileContent.Text.class, it -> assertThat(it.text().content()).isEqualTo("1"));
    assertThat(copy.isDirectory("d")).isTrue();
    assertThat(copy.isDirectory("f")).isFalse();
  }

  /** Edits of words that do not touch each other, in any order: made at once they give the same. */
  @Test
  void theReplacementsTogetherGiveTheEditedText() {
    Property.holds(
        random -> {
          int words = 1 + random.upTo(6);
          StringBuilder before = new StringBuilder();
          for (int i = 0; i < words; i++) {
            before.append("<w").append(i).append('>').append(random.of(" ", "\n", "é𝒳"));
          }
          EditedFiles files = new EditedFiles(new MemoryFiles().with("f", before.toString()));
          List<Integer> left = new java.util.ArrayList<>();
          for (int i = 0; i < words; i++) {
            left.add(i);
          }
          while (!left.isEmpty()) {
            String word = "<w" + left.remove(random.upTo(left.size() - 1)) + ">";
            SourceText text = text(files);
            int start = text.content().indexOf(word);
            files.replace(text, start, start + word.length(), random.textOf("a\n𝒳", 0, 5));
          }
          assertThat(applied(SourceText.of("f", before.toString()), files.replacements()))
              .isEqualTo(text(files).content());
        });
  }

  private static SourceText text(EditedFiles files) {
    return ((FileContent.Text) files.read("f", 1000)).text();
  }

  private static String applied(SourceText text, List<Fix.Replacement> replacements) {
    StringBuilder content = new StringBuilder(text.content());
    replacements.stream()
        .sorted(
            Comparator.comparingInt(
                    (Fix.Replacement it) -> text.offset(it.place().line(), it.place().column()))
                .reversed())
        .forEach(
            it ->
                content.replace(
                    text.offset(it.place().line(), it.place().column()),
                    text.offset(it.place().endLine(), it.place().endColumn()),
                    it.text()));
    return content.toString();
  }
}
