package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.model.ContainerResult;
import io.github.containerversions.model.Source;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void versionsStandUnderTheirSources() {
    List<String> lines =
        Table.render(
            Outcomes.of(
                Outcomes.ALL,
                Outcomes.ok(
                    "loki",
                    Outcomes.declared(Source.DOCKERFILE, "3.6.5", "containers/loki/Dockerfile"),
                    Outcomes.declared(Source.INVENTORY, "3.6.5", "service-versions.yaml")),
                Outcomes.driftedNtfy(),
                Outcomes.exempt("kubectl"),
                Outcomes.untouched("cv")));

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
                IntStream.range(0, 60).mapToObj(i -> Outcomes.ok("ok" + i)),
                Stream.of(Outcomes.driftedNtfy()))
            .toArray(ContainerResult[]::new);

    assertThat(Table.render(Outcomes.of(Outcomes.ALL, results)))
        .hasSize(3)
        .last()
        .isEqualTo("... 60 rows not shown: 60 ok, 0 failed");
  }

  @Test
  void noMoreThanFiftyRowsAreShownEvenWhereAllFailed() {
    ContainerResult[] results =
        IntStream.range(0, 70)
            .mapToObj(i -> Outcomes.failed("c" + i, Outcomes.noBuildFile("c" + i)))
            .toArray(ContainerResult[]::new);

    assertThat(Table.render(Outcomes.of(Outcomes.ALL, results)))
        .hasSize(52)
        .last()
        .isEqualTo("... 20 rows not shown: 0 ok, 20 failed");
  }

  @Test
  void fiftyRowsAreAllShown() {
    ContainerResult[] results =
        IntStream.range(0, 50).mapToObj(i -> Outcomes.ok("c" + i)).toArray(ContainerResult[]::new);

    assertThat(Table.render(Outcomes.of(Outcomes.ALL, results))).hasSize(51);
  }

  @Test
  void aRunThatChecksNothingHasNoTable() {
    assertThat(Table.render(Outcomes.of(Outcomes.ALL, Outcomes.untouched("cv")))).isEmpty();
  }
}
