package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.SiteReading;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the goal {@code list} prints (docs/goals.md). */
class ListTextTest {

  @Test
  void theTableHasEveryContainerHoweverManyTheseAre() {
    ContainerResult[] many =
        IntStream.range(0, 60)
            .mapToObj(i -> VersionResults.ok("c" + i))
            .toArray(ContainerResult[]::new);

    assertThat(ListText.table(VersionResults.of(VersionResults.ALL, many)))
        .hasSize(61)
        .contains("c0         ok", "c59        ok");
  }

  @Test
  void belowTheTableStandsWhatIsBehindAndWhatIsExempt() {
    Declaration deployed = PlaceResults.deployed("2.16.0", 1);

    assertThat(
            ListText.table(
                PlaceResults.run(
                    VersionResults.exempt("kubectl"),
                    PlaceResults.container(
                        "web", Map.of(deployed, PlaceResults.BEHIND), deployed))))
        .containsExactly(
            "container  Dockerfile  deployment       result",
            "web        2.17.0      2.16.0 (behind)  ok",
            "Pending: web: deployment says 2.16.0, declared until b460333 (2026-03-04, 44 commits"
                + " ago)",
            "Exempt: kubectl (a tool, no service)");
  }

  @Test
  void aRepositoryWithoutContainersHasAnEmptyTable() {
    assertThat(ListText.table(VersionResults.of(VersionResults.ALL))).isEmpty();
  }

  /** The header and the row of docs/goals.md, and what has no place in a line, or no version. */
  @Test
  void tabsStandBetweenTheFieldsOfEachPlace() {
    assertThat(
            ListText.tsv(
                VersionResults.of(
                    VersionResults.ALL,
                    VersionResults.ok(
                        "ntfy",
                        VersionResults.declared(
                            Sites.DOCKERFILE, "v2.17.0", "containers/ntfy/Dockerfile"),
                        VersionResults.asked("2.17.0", "containers/ntfy/default.nix")),
                    VersionResults.untouched("cv"))))
        .containsExactly(
            "container\tservice\tstatus\tagreed\tsource\tversion\tfile\tline\tcolumn",
            "ntfy\tntfy\tok\t2.17.0\tdockerfile\tv2.17.0\tcontainers/ntfy/Dockerfile\t1\t27",
            "ntfy\tntfy\tok\t2.17.0\tnix-command\t2.17.0\tcontainers/ntfy/default.nix\t\t",
            "cv\tcv\tout-of-scope\t\t\t\t\t\t");
  }

  /** A reader splits at tabs and line ends, so no value may hold one. */
  @Test
  void noValueHoldsATabOrTheEndOfALine() {
    ContainerResult odd =
        VersionResults.ok("a\tb", VersionResults.declared(Sites.NIX, "1\n2", "x\ty"));

    assertThat(ListText.tsv(VersionResults.of(VersionResults.ALL, odd)).get(1))
        .isEqualTo("a\\tb\ta\\tb\tok\t1\\n2\tnix\t1\\n2\tx\\ty\t1\t27");
  }

  @Test
  void oneContainerIsShownWithEveryPlace() {
    assertThat(
            ListText.full(
                VersionResults.ok(
                    "ntfy",
                    VersionResults.declared(
                        Sites.DOCKERFILE, "v2.17.0", "containers/ntfy/Dockerfile"),
                    VersionResults.stated(
                        Sites.NIX,
                        "2.17.0",
                        "\"${base}.0\"",
                        VersionResults.span("containers/ntfy/default.nix", 7, 14, 22)),
                    VersionResults.declared(Sites.INVENTORY, "v2.17.0", "service-versions.yaml"))))
        .containsExactly(
            "ntfy: ok, version 2.17.0",
            "  Dockerfile: containers/ntfy/Dockerfile:1:27 v2.17.0",
            "  default.nix: containers/ntfy/default.nix:7:14 2.17.0, from \"${base}.0\"",
            "  service-versions.yaml: service-versions.yaml:1:27 v2.17.0");
    assertThat(
            ListText.full(
                VersionResults.ok(
                    "loki", VersionResults.asked("3.6.5", "containers/loki/default.nix"))))
        .containsExactly(
            "loki: ok, version 3.6.5",
            "  "
                + Sites.NIX.command()
                + ": containers/loki/default.nix 3.6.5, answered by a command");
  }

  @Test
  void aContainerWhoseServiceHasAnotherNameIsShownWithIt() {
    ContainerResult result =
        new ContainerResult(
            new Container("web", "containers/web", "frontend", List.of()),
            Status.OK,
            List.of(),
            List.of(),
            List.of());

    assertThat(ListText.full(result)).containsExactly("web (service frontend): ok");
  }

  @Test
  void howFarAPlaceIsBehindStandsBesideIt() {
    Declaration deployed = PlaceResults.deployed("2.16.0", 1);

    assertThat(
            ListText.full(
                PlaceResults.container("web", Map.of(deployed, PlaceResults.BEHIND), deployed)))
        .last()
        .isEqualTo(
            "  deployment: deploy/web.yaml:1:28 2.16.0, declared until b460333 (2026-03-04, 44"
                + " commits ago)");
    assertThat(
            ListText.full(
                PlaceResults.container(
                    "web", Map.of(deployed, new Lag.Unknown("the clone is shallow")), deployed)))
        .last()
        .isEqualTo(
            "  deployment: deploy/web.yaml:1:28 2.16.0, cannot tell whether it was built: the"
                + " clone is shallow");
    assertThat(ListText.full(PlaceResults.withoutVersion("web", 1)))
        .last()
        .isEqualTo("  deployment: deploy/web.yaml:1:20 no version: latest");
  }

  @Test
  void whatIsWrongWithAContainerIsShownWithTheAdvice() {
    Problem problem =
        Problem.of(
            Problem.Kind.ABSENT,
            "no ARG CONTAINER_APP_VERSION",
            "add one",
            new FileLocation("containers/web/Dockerfile"));
    Finding help =
        new Finding(
            "dockerfile-version", "web", "no ARG", "add one", problem.location(), List.of());
    Finding noHelp =
        new Finding("inventory-version", "web", "no entry", "", problem.location(), List.of());
    ContainerResult result =
        new ContainerResult(
            VersionResults.ok("web").container(),
            Status.FAILED,
            List.of(new SiteReading(Sites.DOCKERFILE, Reading.problem(problem))),
            List.of(help, noHelp),
            List.of());

    assertThat(ListText.full(result))
        .containsExactly(
            "web: failed",
            "  Dockerfile: containers/web/Dockerfile no ARG CONTAINER_APP_VERSION",
            "  [dockerfile-version] no ARG",
            "    help: add one",
            "  [inventory-version] no entry");
  }

  @Test
  void anExemptionIsShownWithItsReason() {
    assertThat(ListText.full(VersionResults.exempt("kubectl")))
        .containsExactly("kubectl: exempt", "  exempt: a tool, no service");
    assertThat(ListText.full(VersionResults.excused("x", VersionResults.noBuildFile("x"))))
        .containsExactly("x: ok", "  exempt from build-file: built elsewhere");
  }

  @Test
  void noTextOfAFileStartsALineOfItsOwn() {
    ContainerResult odd =
        VersionResults.ok("a\n[ERROR] b", VersionResults.declared(Sites.NIX, "1\n2", "x\ny"));

    assertThat(ListText.full(odd))
        .hasSize(2)
        .noneMatch(it -> it.contains("\n"))
        .last()
        .isEqualTo("  default.nix: x\\ny:1:27 1\\n2");
  }
}
