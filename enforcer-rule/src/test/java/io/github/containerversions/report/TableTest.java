package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.ContainerResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void versionsStandUnderTheirSources() {
    List<String> lines =
        Table.render(
            VersionResults.of(
                VersionResults.ALL,
                VersionResults.ok(
                    "loki",
                    VersionResults.declared(
                        Sites.DOCKERFILE, "3.6.5", "containers/loki/Dockerfile"),
                    VersionResults.declared(Sites.INVENTORY, "3.6.5", "service-versions.yaml")),
                VersionResults.driftedNtfy(),
                VersionResults.exempt("kubectl"),
                VersionResults.untouched("cv")));

    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            container  Dockerfile  default.nix  inventory  result
            loki       3.6.5       -            3.6.5      ok
            ntfy       v2.17.0     2.15.0       v2.17.0    failed: version-agreement""");
  }

  @Test
  void ofALongTableOnlyTheRowsThatFailedAreShown() {
    ContainerResult[] results =
        Stream.concat(
                IntStream.range(0, 60).mapToObj(i -> VersionResults.ok("ok" + i)),
                Stream.of(VersionResults.driftedNtfy()))
            .toArray(ContainerResult[]::new);

    assertThat(Table.render(VersionResults.of(VersionResults.ALL, results)))
        .hasSize(3)
        .last()
        .isEqualTo("... 60 rows not shown: 60 ok, 0 failed");
  }

  @Test
  void noMoreThanFiftyRowsAreShownEvenWhereAllFailed() {
    ContainerResult[] results =
        IntStream.range(0, 70)
            .mapToObj(i -> VersionResults.failed("c" + i, VersionResults.noBuildFile("c" + i)))
            .toArray(ContainerResult[]::new);

    assertThat(Table.render(VersionResults.of(VersionResults.ALL, results)))
        .hasSize(52)
        .last()
        .isEqualTo("... 20 rows not shown: 0 ok, 20 failed");
  }

  @Test
  void fiftyRowsAreAllShown() {
    ContainerResult[] results =
        IntStream.range(0, 50)
            .mapToObj(i -> VersionResults.ok("c" + i))
            .toArray(ContainerResult[]::new);

    assertThat(Table.render(VersionResults.of(VersionResults.ALL, results))).hasSize(51);
  }

  @Test
  void aRunThatChecksNothingHasNoTable() {
    assertThat(Table.render(VersionResults.of(VersionResults.ALL, VersionResults.untouched("cv"))))
        .isEmpty();
  }
}
