package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTextTest {

  @ParameterizedTest(name = "{0} is shown as {1}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "v1.2:3::4,v1.2:3::4",
        "::error::x,\\u003A:error::x",
        "  ::error::x,  \\u003A:error::x",
        "a ##[group]x,a #\\u0023[group]x",
        "###[x],#\\u0023#[x]",
        "C#,C#"
      })
  void onlyWhatARunnerWouldObeyIsEscaped(String text, String shown) {
    assertThat(ConsoleText.of(text)).isEqualTo(shown);
  }
}
