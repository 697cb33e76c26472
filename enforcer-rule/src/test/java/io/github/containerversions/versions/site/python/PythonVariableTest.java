package io.github.containerversions.versions.site.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The version under another name than {@code VERSION}. */
class PythonVariableTest {

  private static Reading read(String module) {
    return new PythonReader("APP").read(SourceText.of("container.py", module));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          APP = "1.2"
          VERSION = "0"; APP = "1.2"
          VERSION = "1.2"; APP = VERSION
          """)
  void theConfiguredNameCounts(String module) {
    assertThat(read(module).version().orElseThrow().version()).isEqualTo("1.2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          VERSION = "1.2"    | APP is not assigned, only VERSION is             | write APP = "<version>" at module level
          app = "1.2"        | APP is not assigned, only app is                 | write APP = "<version>" at module level
          pass               | APP is not assigned at module level              | write APP = "<version>" at module level
          APP: str           | APP is annotated, but has no value               | write APP = "<version>" at module level
          APP = ""           | APP is empty                                     | write APP = "<version>" at module level
          APP = 1.2          | APP is the number 1.2, not a string              | put quotes around it: APP = "1.2"
          APP = VERSION()    | APP needs evaluation: VERSION()                  | write the version out, APP = "<version>", or set containerPyVersionCommand
          APP = "1";APP="2"  | APP is assigned several times, differently: 1, then 2 | assign APP once
          pass # APP = "1.2" | APP is assigned only in a comment                | write APP = "<version>" at module level
          """)
  void messagesNameIt(String module, String message, String help) {
    assertThat(read(module).problems())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.message()).isEqualTo(message);
              assertThat(it.help()).isEqualTo(help);
            });
  }
}
