package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are those of the manuals of GNU make and just. */
class ExpansionTest {

  private static Expansion of(String text, boolean just, boolean line) {
    Expansion expansion = new Expansion(SourceText.of("Makefile", text), just);
    expansion.add(0, text.length(), line);
    return expansion;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a $(B) c           ~ a ${B} c
          a ${B} c           ~ a ${B} c
          a $$B c            ~ a $B c
          $$(git x)          ~ $(git x)
          $(B)$(C)           ~ ${B}${C}
          $(shell git x)     ~ $(shell git x)
          $(B              ~ $(B
          $(or $(A),$(B),c)  ~ ${A:-${B:-c}}
          $(or $(A),$(shell b)) ~ $(:)
          $(if $(A),b,c) d   ~ $(:) d
          $(call push,a)     ~ $(: push)
          $(eval A=$(B))     ~ $(:)
          $(if $(A           ~ $(if $(A
          """)
  void variablesOfMakeBecomeThoseOfTheShell(String text, String shell) {
    assertThat(of(text, false, false).text()).isEqualTo(shell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a {{B}} c          ~ a ${B} c
          a {{ b-c }} d      ~ a ${b_c} d
          {{ env('X') }}     ~ $(:)
          {{ push_all() }}   ~ $(: push)
          a {{B              ~ a {{B
          a $$B              ~ a $$B
          """)
  void whatJustComputesIsASubstitution(String text, String shell) {
    assertThat(of(text, true, false).text()).isEqualTo(shell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          \ta~a
          \t@-+ a~a
          \t@~''
          """)
  void theSignsBeforeACommandAreLeftOut(String text, String shell) {
    assertThat(of(text, false, true).text()).isEqualTo(shell + "\n");
  }

  @Test
  void everyCharacterKeepsItsPlace() {
    Expansion expansion = of("\n\t@a $(LONG_NAME) b", false, true);

    assertThat(expansion.text()).isEqualTo("\n\t@a ${LONG_NAME} b\n");
    assertThat(expansion.of(4, 6)).isEqualTo(new SourceSpan("Makefile", 2, 4, 2, 6));
    assertThat(expansion.of(17, 18)).isEqualTo(new SourceSpan("Makefile", 2, 17, 2, 18));
  }

  @Test
  void anEmptyOneStandsAtTheBeginning() {
    Expansion expansion = new Expansion(SourceText.of("Makefile", "a"), false);

    assertThat(expansion.isEmpty()).isTrue();
    assertThat(expansion.of(0, 1)).isEqualTo(new SourceSpan("Makefile", 1, 1, 1, 1));
  }
}
