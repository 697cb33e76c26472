package io.github.containerversions.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

  /** A value that nobody quoted may begin with a character that means something to YAML. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*correct-horse",
        "*correct-horse battery",
        "&correct-horse *correct-horse2",
        "!correct-horse!x y",
        "!!correct-horse!x y",
        "!<correct-horse",
        "%correct-horse",
        "@correct-horse",
        "`correct-horse",
        "[correct-horse",
        "{correct-horse",
        "}correct-horse",
        "|correct-horse",
        ">correct-horse",
        "\"correct-horse",
        "'correct-horse",
        "\"\\correct-horse\"",
        "correct-horse: battery: staple",
        "- correct-horse",
        "? correct-horse\n: ]",
      })
  void aComplaintDoesNotTellTheValue(String value) {
    for (String text :
        new String[] {value, "a: " + value, "a: [" + value, "a: {b: " + value, "- " + value}) {
      try {
        YamlDocument.read(SourceText.of("f.yml", text));
      } catch (BrokenYaml e) {
        assertThat(e.problem().message() + e.problem().help()).doesNotContain("correct");
      }
    }
  }
}
