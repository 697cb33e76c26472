package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "####[x],#\\u0023#\\u0023[x]",
        "\u00A0::add-mask::1,\\u00A0::add-mask::1",
        "\u2007::add-mask::1,\\u2007::add-mask::1",
        "\u3164::add-mask::1,\\u3164::add-mask::1",
        "\t::add-mask::1,\\t::add-mask::1",
        "--- a,\\u002D-- a",
        "+++ a,\\u002B++ a",
        "~~~ a,\\u007E~~ a",
        "^^^ +++,\\u005E^^ +++",
        "travis_fold:start:x,\\u0074ravis_fold:start:x",
        "section_start:1:x,\\u0073ection_start:1:x",
        "  [ERROR] x,  \\u005BERROR] x",
        "[stale-configuration] x,[stale-configuration] x",
        "-- a,-- a",
        "C#,C#"
      })
  void onlyWhatARunnerWouldObeyIsEscaped(String text, String shown) {
    assertThat(ConsoleText.of(text)).isEqualTo(shown);
  }

  @Test
  void ofATextOfSeveralLinesEachIsMadeSafe() {
    assertThat(ConsoleText.lines("a\n::error::b\r\n  [INFO] c\n"))
        .isEqualTo("a\n\\u003A:error::b\n  \\u005BINFO] c");
  }
}
