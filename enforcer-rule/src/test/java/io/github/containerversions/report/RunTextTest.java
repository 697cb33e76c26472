package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.model.Outcome;
import org.junit.jupiter.api.Test;

class RunTextTest {
  private final Outcome outcome =
      Outcomes.of(
          Outcomes.SINCE_MAIN,
          Outcomes.untouched("cv"),
          Outcomes.exempt("kubectl"),
          Outcomes.ok("loki"),
          Outcomes.ok("ntfy"));

  @Test
  void oneLineTellsHowManyWereCheckedAndHowManyNot() {
    assertThat(RunText.passed(outcome))
        .isEqualTo(
            "Container versions agree: 2 containers checked, 1 exempt, 1 not touched (scope:"
                + " changed, base)");
  }

  @Test
  void theScopeIsToldWithItsReason() {
    assertThat(RunText.looked(outcome))
        .first()
        .isEqualTo(
            "Checking 2 of 4 containers (scope: changed, base): touched since"
                + " refs/remotes/origin/main");
  }
}
