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
        "`{container}:{version}` ! pull `web:1.2` ! 1:11 web 1.2",
        "^{version}$ ! 1.2-rc_1+b~2 ! 1:1  1.2-rc_1+b~2",
        "v{version};$ ! x v1.2; ! 1:4  1.2",
        "(a+b) {version}. ! (a+b) 1.2. ! 1:7  1.2"
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
  void anEndOfTheLineIsNowhereElse() {
    assertThat(find("^v{version};", "a.md", "x v1.2;\nv1.3;\n")).containsExactly("2:2  1.3");
    assertThat(find(" v{version}$", "a.md", "x v1.2;\nx v1.3\n")).containsExactly("2:4  1.3");
  }

  /** A comment begins with the first character of its line that is no blank. */
  @Test
  void onlyAWholeLineOfYamlIsAComment() {
    String text = "  \t# image web:1;\nx: 1 # image web:2;\n\n# image web:3;\nimage web:4;\n";

    assertThat(find("image {container}:{version};", "a.yaml", text))
        .containsExactly("2:18 web 2", "5:11 web 4");
    assertThat(find("image {container}:{version};", "a.txt", text)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "'| {container} | {version} |', ' | '",
    "'^version={version}$', version=",
    "'{any}: {version} (stable)', ' (stable)'"
  })
  void aFileWithoutTheLongestTextBetweenPlaceholdersNeedNotBeSearched(
      String pattern, String needle) {
    assertThat(TextSearch.of(pattern).needle()).isEqualTo(needle);
  }

  @ParameterizedTest
  @CsvSource({"'{container} v{version};', true", "'v{version};', false"})
  void aPatternMayNameContainers(String pattern, boolean named) {
    assertThat(TextSearch.of(pattern).hasNames()).isEqualTo(named);
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
        " {version};",
        "v{version} ",
        "a\n{version}b",
        "a\r{version}b",
        "v{version}; {container} {container}"
      })
  void whatWouldMatchTooMuchIsRefused(String pattern) {
    assertThatThrownBy(() -> TextSearch.of(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> find(String pattern, String file, String text) {
    return ImageSearchTest.shown(
        TextSearch.of(pattern).find(SourceText.of(file, text), ImageSearchTest.NO_FILES));
  }
}
