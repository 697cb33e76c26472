package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureTextTest {

  @Test
  void aFindingIsOneLineThenItsPlacesThenWhatToDo() {
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL,
            VersionResults.ok("loki"),
            VersionResults.driftedNtfy(),
            VersionResults.exempt("x"));

    assertThat(FailureText.render(outcome))
        .isEqualTo(
            """
            Container versions disagree: 1 of 2 containers, 1 finding (scope: all)
            containers/ntfy/default.nix:7:14 [version-agreement] ntfy: default.nix says 2.15.0, \
            Dockerfile and service-versions.yaml say v2.17.0
                containers/ntfy/Dockerfile:4:29 v2.17.0
                service-versions.yaml:38:23 "v2.17.0"
                help: set version = "2.17.0" in containers/ntfy/default.nix, or move the other two \
            to 2.15.0""");
  }

  @Test
  void theReasonForAScopeStandsInTheFirstLine() {
    assertThat(
            FailureText.render(
                VersionResults.of(VersionResults.SINCE_MAIN, VersionResults.driftedNtfy())))
        .startsWith(
            "Container versions disagree: 1 of 1 container, 1 finding (scope: changed, base)\n");
  }

  @Test
  void whatIsWrongWithTheInventoryItselfIsToldOnceForAllContainers() {
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL,
            Stream.of("a", "b", "c", "d", "e", "f", "g")
                .map(name -> VersionResults.failed(name, brokenInventory(name)))
                .toArray(ContainerResult[]::new));

    assertThat(FailureText.render(outcome))
        .isEqualTo(
            """
            Container versions disagree: 7 of 7 containers, 7 findings (scope: all)
            service-versions.yaml:2:1 [inventory-version] a, b, c, d, e and 2 more: no YAML
                help: mend it""");
  }

  @Test
  void nothingReadFromAFileCanForgeALine() {
    String hostile = "x\n[ERROR] forged\r\u001B[2J\u202E\u2028";
    Finding finding =
        new Finding(
            "build-file",
            hostile,
            hostile,
            hostile,
            VersionResults.span(hostile, 1, 1, 2),
            List.of(
                new io.github.containerversions.core.finding.RelatedLocation(
                    VersionResults.span(hostile, 1, 1, 2), hostile)));

    String text =
        FailureText.render(
            VersionResults.of(VersionResults.ALL, VersionResults.failed("x", finding)));

    assertThat(text.lines()).hasSize(4);
    assertThat(text).doesNotContain("\r", "\u001B", "\u202E", "\u2028");
    assertThat(text).contains("x\\n[ERROR] forged\\r\\u001B[2J\\u202E\\u2028");
  }

  private static Finding brokenInventory(String container) {
    return new Finding(
        "inventory-version",
        container,
        "no YAML",
        "mend it",
        VersionResults.span("service-versions.yaml", 2, 1, 1),
        List.of());
  }
}
