package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the exec form, an array of strings by RFC 8259, and what is left to a shell. */
class ExecFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[ ]",
        "[\"a\"]",
        "[\"\"]",
        " [\t\"a\" ,\r\n\"b\" ] ",
        "[\"sh\", \"-c\", \"cat <<EOF\"]",
        "[\"]\"]",
        "[\"\\\"\"]",
        "[\"\\\\\"]",
        "[\"\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\u00e9\\uABCD\\u09fF\"]",
        "[\" \u007f\u00e9\"]"
      })
  void theExecForm(String text) {
    assertThat(Heredoc.isExecForm(text, 0, text.length())).isTrue();
    String within = "[\"" + text + "\"]";
    assertThat(Heredoc.isExecForm(within, 2, 2 + text.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "]",
        "[\"a\"",
        "[\"a",
        "[\"a]",
        "\"a\"]",
        "\"a\"",
        "[\"a\"] x",
        "[\"a\"]]",
        "[\"a\",]",
        "[,\"a\"]",
        "[\"a\" \"b\"]",
        "[a]",
        "['a']",
        "[1]",
        "[null]",
        "[[\"a\"]]",
        "[\"a\", 1]",
        "{}",
        "[ -f x ] && cat <<EOF",
        "[\"a\u001fb\"]",
        "[\"a\nb\"]",
        "[\"\\x\"]",
        "[\"\\",
        "[\"\\\"]",
        "[\"\\u123\"]",
        "[\"\\u12g4\"]",
        "[\"\\u12G4\"]",
        "[\"\\u12:4\"]",
        "[\"\\u12/4\"]",
        "[\"\\u12@4\"]",
        "[\"\\u12`4\"]",
        "[\"\\u12",
        "[\u00a0]"
      })
  void theShellForm(String text) {
    assertThat(Heredoc.isExecForm(text, 0, text.length())).isFalse();
    // What stands behind the range does not complete it.
    assertThat(Heredoc.isExecForm(text + "\"]", 0, text.length())).isFalse();
  }
}
