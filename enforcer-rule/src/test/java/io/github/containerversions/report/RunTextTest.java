package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.VersionResult;
import org.junit.jupiter.api.Test;

class RunTextTest {
  private final VersionResult outcome =
      VersionResults.of(
          VersionResults.SINCE_MAIN,
          VersionResults.untouched("cv"),
          VersionResults.exempt("kubectl"),
          VersionResults.ok("loki"),
          VersionResults.ok("ntfy"));

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
