package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are those of GitHub Docs, "Evaluate expressions in workflows and actions". */
class ConditionTest {
  private static final Map<String, String> INPUTS =
      Map.of("push", "true", "off", "false", "kind", "nix", "none", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          always()                                     ~ ""
          ${{ success() }}                             ~ ""
          true && github.ref == 'x'                    ~ github.ref=='x'
          ${{ (a && b) && c }}                         ~ a&&b&&c
          (a || b) && c                                ~ a||b&&c
          a == 'x && y'                                ~ a=='x && y'
          inputs.push                                  ~ ""
          inputs.push && a                             ~ a
          inputs.off && a                              ~ false
          a && !inputs.push                            ~ false
          !inputs.off                                  ~ ""
          inputs.none                                  ~ false
          inputs.kind == 'nix'                         ~ ""
          inputs.kind == 'NIX'                         ~ ""
          inputs.kind == 'docker'                      ~ false
          inputs.kind != 'docker' && a                 ~ a
          inputs.push == true                          ~ ""
          inputs.off || a                              ~ inputs.off||a
          inputs.other                                 ~ inputs.other
          inputs.kind == github.ref                    ~ inputs.kind==github.ref
          !true                                        ~ false
          """)
  void whatIsKnownIsLeftOut(String condition, String left) {
    assertThat(Condition.of(condition, it -> Optional.ofNullable(INPUTS.get(it)))).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          ""      ~ a        ~ true
          a       ~ a        ~ true
          a       ~ b&&a     ~ true
          a&&b    ~ b&&a&&c  ~ true
          a&&b    ~ a        ~ false
          a||b    ~ b        ~ true
          a||b    ~ c        ~ false
          a       ~ a||b     ~ false
          a||b    ~ a||b     ~ true
          """)
  void aConditionFollowsFromAnotherThatHasItsParts(String when, String given, boolean follows) {
    assertThat(Condition.follows(when, given)).isEqualTo(follows);
  }
}
