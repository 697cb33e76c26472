package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          secrets.Push_Token                        ~ PUSH_TOKEN
          Secrets['push_token']                     ~ PUSH_TOKEN
          github.actor == '\u0130' && secrets.TOKEN  ~ TOKEN
          """)
  void aSecretIsNamedWhateverStandsBeforeIt(String body, String secret) {
    assertThat(Expressions.secrets(body)).containsExactly(secret);
  }
}
