package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Containers that need not agree, or not in everything. */
class ExemptionsIT {

  @Test
  void anExemptContainerIsNotJudged() {
    Build build =
        withAVersionThatDiffers("<container>loki</container><reason>mirror of upstream</reason>")
            .validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.container("loki"))
        .containsEntry("status", "exempt")
        .containsEntry("version", null);
    assertThat(build.container("ntfy")).containsEntry("status", "ok");
  }

  @Test
  void anExemptionThatHasExpiredIsAFinding() {
    assertFails(
        withAVersionThatDiffers(
            """
            <container>loki</container>
            <reason>until the next release</reason>
            <until>2024-02-29</until>
            """),
        """
        Container versions disagree: 1 of 2 containers, 2 findings (scope: changed, on-base)
        containers/loki [expired-exemption] loki: the exemption ended on 2024-02-29; its reason \
        was: until the next release
            help: remove it from <exemptions> and correct the container, or move its <until>
        containers/loki/Dockerfile:1:27 [version-agreement] loki: Dockerfile says 3.6.5, \
        service-versions.yaml says 3.6.4; which is right cannot be told from here
            service-versions.yaml:3:22 3.6.4
            help: set ARG CONTAINER_APP_VERSION=3.6.4 in containers/loki/Dockerfile, or set \
        current-version: "3.6.5" for loki in service-versions.yaml
        """);
  }

  @Test
  void anExemptionThatHasNotExpiredHolds() {
    Build build =
        withAVersionThatDiffers(
                """
                <container>loki</container>
                <reason>until the next release</reason>
                <until>9999-12-31</until>
                """)
            .validate();

    assertThat(build.exitCode()).as(build.text()).isZero();
  }

  @Test
  void anExemptionFromOneRuleLeavesTheOthers() {
    Repository repository =
        withAVersionThatDiffers(
            """
            <container>loki</container>
            <rule>version-agreement</rule>
            <reason>the image is a release ahead</reason>
            """);

    assertThat(repository.validate().exitCode()).isZero();

    repository.replace("service-versions.yaml", "current-version: 3.6.4", "current-version: ~");
    assertFails(
        repository,
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        service-versions.yaml:3:22 [inventory-version] loki: current-version is null, written ~
            help: write the version there: current-version: "3.6.5"
        """);
  }

  @Test
  void anExemptionWithoutAReasonIsRefused() {
    assertFails(
        withAVersionThatDiffers("<container>loki</container>"),
        """
        Container versions cannot be checked: the <exemption> of loki has no <reason>: say why, \
        so that others can tell when it no longer holds
        """);
  }

  @Test
  void anExemptionFromAnUnknownRuleIsRefused() {
    assertFails(
        withAVersionThatDiffers(
            "<container>loki</container><rule>agreement</rule><reason>typo</reason>"),
        """
        Container versions cannot be checked: <rule> of the <exemption> of loki is "agreement"; \
        allowed are: build-file, dockerfile-version, container-py-version, nix-version, \
        inventory-version, place-unreadable, version-agreement, place-agreement, place-version, \
        unread-build-file, unused-version-arg
        """);
  }

  @Test
  void anExemptionUntilNoDateIsRefused() {
    assertFails(
        withAVersionThatDiffers(
            "<container>loki</container><reason>soon</reason><until>next week</until>"),
        """
        Container versions cannot be checked: <until> of the <exemption> of loki is "next week"; \
        allowed are: dates such as 2027-01-31
        """);
  }

  private static Repository withAVersionThatDiffers(String exemption) {
    return Repository.copyOf("minimal")
        .replace("service-versions.yaml", "3.6.5", "3.6.4")
        .configure("<exemptions><exemption>" + exemption + "</exemption></exemptions>")
        .inGit();
  }

  private static void assertFails(Repository repository, String text) {
    Build build = repository.validate();
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).isEqualTo(text.strip());
  }
}
