package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Goals take the same parameters as the rules. */
class RuleParametersTest {

  @Test
  void aGoalTakesEveryParameterOfItsRule() {
    assertThat(RuleParameters.VERSIONS.all())
        .containsExactlyInAnyOrderElementsOf(ConfiguredRule.parameters("containerVersionSync"));
    assertThat(RuleParameters.PUSHES.all())
        .containsExactlyInAnyOrderElementsOf(ConfiguredRule.parameters("registryPushAuth"));
  }
}
