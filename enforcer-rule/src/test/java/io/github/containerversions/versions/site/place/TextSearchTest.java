package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text with a version in it, within a line. */
class TextSearchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "| {container} | {version} | ! | web | 1.2 | yes | ! 1:9 web 1.2",
        "- {container} {any}: {version}. ! - web (stable): 1.2. ! 1:17 web 1.2",
        "^{container} {version}$ ! web 1.2 ! 1:5 web 1.2",
        "`{container}:{version}` ! pull `web:1.2` ! 1:11 web 1.2"
      })
  void thePartsOfALineAreFound(String pattern, String line, String found) {
    assertThat(find(pattern, "README.md", line + "\n")).containsExactly(found);
  }

  @Test
  void severalOnOneLineAreFound() {
    assertThat(find("`{container}:{version}`", "a.md", "`web:1` and `db:2`\n"))
        .containsExactly("1:6 web 1", "1:17 db 2");
  }

  @Test
  void aPatternDoesNotGoOverALine() {
    assertThat(find("({container} {any} {version})", "a.md", "(web\n is 1.2)\n")).isEmpty();
  }

  @Test
  void aLineOfYamlThatIsAComment() {
    assertThat(find("image {container}:{version};", "a.yaml", "# image web:1;\nx: image web:2;\n"))
        .containsExactly("2:14 web 2");
    assertThat(find("# image {container}:{version};", "a.yaml", "# image web:1;\n"))
        .containsExactly("1:13 web 1");
  }

  @Test
  void aLineEndOfWindowsIsAnEnd() {
    assertThat(find("^{container}={version}$", "a.txt", "web=1.2\r\n"))
        .containsExactly("1:5 web 1.2");
  }

  @Test
  void aHostileFileEndsWithAProblem() {
    String hostile = "a".repeat(200_000);

    assertThat(find("{any}a{any}b{any}c{any}: {version}.", "a.md", hostile))
        .containsExactly("unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{container}",
        "{version}",
        "{version} x {version}",
        "{container} {version}",
        "{container}{version}x",
        "x {version}{any}",
        "a\n{version}b"
      })
  void whatWouldMatchTooMuchIsRefused(String pattern) {
    assertThatThrownBy(() -> TextSearch.of(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> find(String pattern, String file, String text) {
    return ImageSearchTest.shown(
        TextSearch.of(pattern).find(SourceText.of(file, text), ImageSearchTest.NO_FILES));
  }
}
