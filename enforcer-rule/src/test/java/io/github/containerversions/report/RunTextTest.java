package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.Sites;
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

  /** docs/rules/nothing-to-compare.md, docs/recipes/collection.md. */
  @Test
  void whereNothingWasComparedTheRunDoesNotSayThatItAgrees() {
    ContainerResult alone =
        VersionResults.ok(
            "nginx", VersionResults.declared(Sites.DOCKERFILE, "1.29.1", "nginx/Dockerfile"));
    ContainerResult compared =
        VersionResults.ok(
            "ntfy",
            VersionResults.declared(Sites.DOCKERFILE, "2", "ntfy/Dockerfile"),
            VersionResults.declared(Sites.INVENTORY, "2", "service-versions.yaml"));

    assertThat(RunText.passed(VersionResults.of(VersionResults.ALL, alone)))
        .isEqualTo(
            "No container versions to compare: 1 container checked, 1 with nothing to compare"
                + " with (scope: all)");
    assertThat(RunText.passed(VersionResults.of(VersionResults.ALL, alone, compared)))
        .isEqualTo(
            "Container versions agree: 2 containers checked, 1 with nothing to compare with"
                + " (scope: all)");
    assertThat(Table.render(VersionResults.of(VersionResults.ALL, alone)).get(1))
        .isEqualTo("nginx      1.29.1      ok, nothing to compare with");
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
