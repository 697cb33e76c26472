package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No report is overwritten by that of another run of the build, and none outlives its build. */
class ReportFoldersIT {
  private static final String REPORT = "target/container-versions/report.json";
  private static final String JSON = "<reports><report>json</report></reports>";
  private static final String BARE = "<containerVersionSync/>";

  private static final String TAKEN =
      "Container versions cannot be checked: another rule of this build, or this one with another"
          + " configuration, writes its reports to target/container-versions; set"
          + " <reportDirectory> to a folder of its own";

  @Test
  void theSecondRuleOfAPomIsRefusedAndTheReportOfTheFirstStays() {
    Repository repository =
        Repository.copyOf("minimal")
            .replace(
                "pom.xml",
                BARE,
                rule("<containersDirectory>images</containersDirectory>", JSON)
                    + rule("<scope>all</scope>", JSON))
            .inGit();
    repository.git("mv", "containers", "images");

    Build build = repository.validate();

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.text()).contains(TAKEN);
    assertThat(build.container("loki")).containsEntry("status", "ok");
  }

  @Test
  void alsoWhereTheFirstFails() {
    Repository repository =
        Repository.copyOf("minimal")
            .replace("service-versions.yaml", "3.6.5", "3.6.4")
            .replace("pom.xml", BARE, rule(JSON) + rule("<scope>all</scope>", JSON))
            .inGit();

    Build build = repository.validate();

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    // At an error the Enforcer drops the findings of rules before it: the log and the report stay.
    assertThat(build.text()).contains("failed: version-agreement", TAKEN);
    assertThat(build.report().getObject("scope")).containsEntry("mode", "changed");
  }

  @Test
  void aFolderForEachIsAllowedAndEqualRulesAreOne() {
    Repository repository =
        Repository.copyOf("minimal")
            .replace(
                "pom.xml",
                BARE,
                rule(JSON)
                    + rule(JSON)
                    + rule("<scope>all</scope><reportDirectory>target/all</reportDirectory>", JSON))
            .inGit();

    Build build = repository.validate();

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(repository.path(REPORT)).isNotEmptyFile();
    assertThat(repository.path("target/all/report.json")).isNotEmptyFile();
  }

  @Test
  void bothKindsOfRuleInOneFolder() {
    Repository repository =
        Repository.copyOf("minimal")
            .write(".github/workflows/build.yml", "on: push\njobs: {}\n")
            .replace("pom.xml", BARE, BARE + "<registryPushAuth/>")
            .inGit();

    Build both =
        repository.validate("-DcontainerVersions.reports=json", "-DregistryPushAuth.reports=json");
    assertThat(both.exitCode()).as(both.text()).isZero();
    assertThat(repository.path("target/registry-push-auth/report.json")).isNotEmptyFile();

    Build build =
        repository.validate(
            "-DcontainerVersions.reports=json",
            "-DregistryPushAuth.reports=json",
            "-DregistryPushAuth.reportDirectory=target/container-versions");
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.text())
        .contains(
            "Registry pushes cannot be checked: another rule of this build, or this one with"
                + " another configuration, writes its reports to target/container-versions; set"
                + " <reportDirectory> to a folder of its own, not"
                + " -DregistryPushAuth.reportDirectory, which all share");
    assertThat(build.container("loki")).containsEntry("status", "ok");
  }

  @Test
  void modulesOfOtherConfigurationsInThreads() {
    Repository repository =
        Repository.copyOf("reactor")
            .configure(JSON + "<scope>${which}</scope>")
            .replace(
                "app/pom.xml", "</parent>", "</parent><properties><which>all</which></properties>")
            .replace("pom.xml", "<build>", "<properties><which>changed</which></properties><build>")
            .inGit();

    Build build = repository.validate("-T3");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.text()).contains(TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-DcontainerVersions.scope=some",
        "-DcontainerVersions.scop=all",
        "-DcontainerVersions.skip=yes",
        "-DcontainerVersions.inventoryFile=nowhere.yaml",
        "-DcontainerVersions.reports=json,pdf",
        "-DcontainerVersions.annotations=yes",
      })
  void whatCannotBeCheckedLeavesNoReportOfAnEarlierRun(String wrong) {
    Repository repository = Repository.copyOf("minimal").inGit();
    repository
        .write(REPORT, "of an earlier run")
        .write("target/container-versions/report.sarif", "of an earlier run")
        .write("target/container-versions/junit.xml", "of an earlier run")
        .write("target/container-versions/codequality.json", "of an earlier run")
        .write("target/container-versions/notes.txt", "not ours");

    Build build = repository.validate(wrong);

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(repository.path("target/container-versions"))
        .isDirectoryNotContaining("glob:**/{report.*,junit.xml,codequality.json}")
        .isDirectoryContaining("glob:**/notes.txt");
  }

  @Test
  void inAFolderOfTheUsersOnlyTheReportsAskedForAreRemoved() {
    Repository repository =
        Repository.copyOf("minimal")
            .configure(JSON + "<reportDirectory>build</reportDirectory>")
            .inGit();
    repository.write("build/report.json", "ours").write("build/summary.md", "may be theirs");

    Build build = repository.validate("-DcontainerVersions.scope=some");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(repository.path("build/report.json")).doesNotExist();
    assertThat(repository.path("build/summary.md")).isNotEmptyFile();
  }

  @Test
  void aRunThatIsSkippedOrNotAskedForReportsTouchesNone() {
    Repository repository = Repository.copyOf("minimal").inGit();
    repository.write(REPORT, "of an earlier run");

    assertThat(repository.validate("-DcontainerVersions.skip").succeeded()).isTrue();
    assertThat(repository.validate().succeeded()).isTrue();
    assertThat(repository.read(REPORT)).isEqualTo("of an earlier run");
  }

  private static String rule(String... parameters) {
    return "<containerVersionSync>" + String.join("", parameters) + "</containerVersionSync>";
  }
}
