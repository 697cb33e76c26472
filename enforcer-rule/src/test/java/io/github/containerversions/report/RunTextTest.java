package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.util.stream.IntStream;
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
  void exemptContainersAreNamedWithTheirReasonsOnOneLine() {
    VersionResult two =
        VersionResults.of(
            VersionResults.ALL,
            VersionResults.exempt("kubectl"),
            VersionResults.ok("loki"),
            VersionResults.excused("mealie", VersionResults.noBuildFile("mealie")),
            VersionResults.exempt("shell"));

    assertThat(RunText.looked(two))
        .last()
        .isEqualTo("Exempt: kubectl (a tool, no service); shell (a tool, no service)");
  }

  @Test
  void ofVeryManyExemptContainersTheLastAreCounted() {
    VersionResult many =
        VersionResults.of(
            VersionResults.ALL,
            IntStream.range(0, 1000)
                .mapToObj(i -> VersionResults.exempt("c" + i))
                .toArray(ContainerResult[]::new));

    assertThat(RunText.looked(many))
        .last()
        .asString()
        .hasSizeLessThan(5000)
        .matches("Exempt: c0 \\(a tool, no service\\); .*\\) and \\d+ more");
  }

  @Test
  void aCountOfOneHasItsNounInTheSingular() {
    VersionResult one = VersionResults.of(VersionResults.ALL, VersionResults.ok("loki"));

    assertThat(RunText.passed(one))
        .isEqualTo("Container versions agree: 1 container checked (scope: all)");
    assertThat(RunText.looked(one)).first().asString().startsWith("Checking 1 of 1 container (");
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
