package io.github.containerversions.versions.rules;

import static io.github.containerversions.versions.Sites.DOCKERFILE;
import static io.github.containerversions.versions.Sites.INVENTORY;
import static io.github.containerversions.versions.Sites.NIX;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final ContainerReadings agreeing =
      ReadingsBuilder.ntfy().says(DOCKERFILE, "v1").says(INVENTORY, "1").build();
  private final ContainerReadings drifted =
      ReadingsBuilder.ntfy().says(DOCKERFILE, "v1").says(INVENTORY, "2").build();

  @Test
  void agreementGivesTheVersionWithoutItsV() {
    ContainerResult result = judge().apply(agreeing);

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.version()).contains("1");
  }

  @ParameterizedTest(name = "a problem of {0} is a finding of {1}")
  @CsvSource({
    "dockerfile, dockerfile-version",
    "container.py, container-py-version",
    "nix, nix-version",
    "inventory, inventory-version"
  })
  void eachSiteHasItsRule(String id, String rule) {
    Site site = Sites.ALL.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    ReadingsBuilder readings =
        ReadingsBuilder.ntfy().says(DOCKERFILE, "1").says(INVENTORY, "1").says(NIX, "1");
    ContainerResult result =
        judge().apply(readings.fails(site, Problem.Kind.SHAPE, "a number").build());

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.findings())
        .extracting(Finding::rule, Finding::message, Finding::help)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(rule, "a number", "help of a number"));
    assertThat(result.version()).isEmpty();
  }

  @Test
  void anAnsweredCommandSettlesWhatTheFileCannotSay() {
    ContainerResult result =
        judge().apply(ReadingsBuilder.ntfy().answers(NIX, "1").says(INVENTORY, "1").build());

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.version()).contains("1");
  }

  @Test
  void aFolderWithoutABuildFileIsAFinding() {
    ContainerResult result = judge().apply(ReadingsBuilder.ntfy().says(INVENTORY, "1").build());

    assertThat(result.findings()).extracting(Finding::rule).containsExactly("build-file");
  }

  @Test
  void allFindingsOfAContainerAreTold() {
    ContainerResult result =
        judge()
            .apply(
                ReadingsBuilder.ntfy()
                    .fails(DOCKERFILE, Problem.Kind.ABSENT, "not declared")
                    .says(NIX, "1")
                    .says(INVENTORY, "2")
                    .build());

    assertThat(result.findings())
        .extracting(Finding::rule)
        .containsExactly("dockerfile-version", "version-agreement");
  }

  @Test
  void theHelpNamesTheVersionThatTheOtherSourcesAgreeOn() {
    assertThat(helpBeside("v1", "v1")).isEqualTo("add ARG X=v1");
    assertThat(helpBeside("v1", "1")).isEqualTo("add ARG X=1");
    assertThat(helpBeside("1", "2")).isEqualTo("add ARG X=<version>");
  }

  private static String helpBeside(String nix, String inventory) {
    ContainerReadings evidence =
        ReadingsBuilder.ntfy()
            .put(
                DOCKERFILE,
                Reading.problem(
                    Problem.of(
                        Problem.Kind.ABSENT,
                        "not declared",
                        "add ARG X=" + Problem.VERSION,
                        ReadingsBuilder.span(DOCKERFILE))))
            .says(NIX, nix)
            .says(INVENTORY, inventory)
            .build();
    return judge().apply(evidence).findings().get(0).help();
  }

  @Test
  void whatIsExcusedIsKeptWithItsReason() {
    Exemption exemption = new Exemption("ntfy", "odd", "version-agreement", LocalDate.MAX);

    assertThat(judge(exemption).apply(drifted).excused())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.finding().rule()).isEqualTo("version-agreement");
              assertThat(it.exemptions()).containsExactly(exemption);
            });
  }

  @Test
  void anExemptContainerIsNotJudged() {
    VersionRules judge =
        judge(new Exemption("ntfy", "a tool", Exemption.EVERY_RULE, LocalDate.MAX));

    assertThat(judge.isExempt(drifted.container())).isTrue();
    assertThat(judge.exempt(drifted.container()).status()).isEqualTo(Status.EXEMPT);
  }

  @Test
  void anExemptionFromOneRuleLeavesTheOthers() {
    VersionRules judge = judge(new Exemption("ntfy", "odd", "version-agreement", LocalDate.MAX));

    assertThat(judge.isExempt(drifted.container())).isFalse();
    ContainerResult result = judge.apply(drifted);
    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.excuses()).extracting(Exemption::reason).containsExactly("odd");
    assertThat(result.version()).as("no version is agreed").isEmpty();

    ContainerReadings absent =
        ReadingsBuilder.ntfy().fails(DOCKERFILE, Problem.Kind.ABSENT, "not declared").build();
    assertThat(judge.apply(absent).findings())
        .extracting(Finding::rule)
        .containsExactly("dockerfile-version");
  }

  @Test
  void anExemptionHoldsOnItsLastDay() {
    assertThat(
            judge(new Exemption("ntfy", "soon", Exemption.EVERY_RULE, TODAY))
                .isExempt(drifted.container()))
        .isTrue();
  }

  @Test
  void anExpiredExemptionIsAFindingItselfAndExcusesNothing() {
    VersionRules judge =
        judge(new Exemption("ntfy", "soon", Exemption.EVERY_RULE, TODAY.minusDays(1)));

    assertThat(judge.isExempt(drifted.container())).isFalse();
    assertThat(judge.apply(drifted).findings())
        .extracting(Finding::rule)
        .containsExactly("expired-exemption", "version-agreement");
    Finding expired = judge.apply(agreeing).findings().get(0);
    assertThat(expired.message())
        .isEqualTo("the exemption ended on 2026-02-28; its reason was: soon");
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(VersionRules.allRules(Sites.ALL).stream().map(RuleInfo::id))
        .containsExactly(
            "build-file",
            "dockerfile-version",
            "container-py-version",
            "nix-version",
            "inventory-version",
            "version-agreement",
            "place-agreement",
            "place-version",
            "expired-exemption");
  }

  private static VersionRules judge(Exemption... exemptions) {
    return new VersionRules(List.of(exemptions), TODAY);
  }
}
