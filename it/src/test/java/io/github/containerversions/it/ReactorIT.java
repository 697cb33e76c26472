package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A build of several modules that all inherit the rule. */
class ReactorIT {

  @Test
  void theRuleRunsOnceForAllModules() {
    Repository repository = Repository.copyOf("reactor").inGit();

    Build build = repository.validate("-DcontainerVersions.reports=json");

    assertRanOnce(build, repository);
  }

  @Test
  void theRuleRunsOnceWhereModulesAreBuiltAtTheSameTime() {
    Repository repository = Repository.copyOf("reactor").inGit();

    Build build = repository.validate("-T3", "-DcontainerVersions.reports=json");

    assertRanOnce(build, repository);
  }

  @Test
  void startedInAModuleTheRootIsFound() {
    Repository repository = Repository.copyOf("reactor").inGit();

    Build build =
        repository
            .maven()
            .startedIn(repository.path("app"))
            .run("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.told())
        .isEqualTo(
            """
            Checking 1 of 1 container (scope: changed, on-base): main is the base branch itself, \
            so there is nothing to compare with
            container  Dockerfile  inventory  result
            loki       3.6.5       3.6.5      ok
            Container versions agree: 1 container checked (scope: changed, on-base)
            """
                .strip());
    assertThat(repository.path("app/target/container-versions/report.json")).isRegularFile();
  }

  @Test
  void startedFromElsewhereTheRootIsFound() {
    Repository repository = Repository.copyOf("reactor").inGit();

    Build build =
        repository
            .maven()
            .startedIn(repository.root().getParent())
            .run("-f", repository.path("pom.xml").toString(), "-DcontainerVersions.reports=json");

    assertRanOnce(build, repository);
  }

  @Test
  void oneModuleAloneFailsLikeAll() {
    Repository repository =
        Repository.copyOf("reactor").replace("service-versions.yaml", "3.6.5", "3.6.4").inGit();

    Build build = repository.validate("--projects", "library");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.failure())
        .isEqualTo(
            """
            Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
            containers/loki/Dockerfile:1:27 [version-agreement] loki: Dockerfile says 3.6.5, \
            service-versions.yaml says 3.6.4; which is right cannot be told from here
                service-versions.yaml:3:22 3.6.4
                help: set ARG CONTAINER_APP_VERSION=3.6.4 in containers/loki/Dockerfile, or set \
            current-version: "3.6.5" for loki in service-versions.yaml
            """
                .strip());
  }

  private static void assertRanOnce(Build build, Repository repository) {
    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.timesRun()).as(build.text()).isEqualTo(1);
    assertThat(build.container("loki")).containsEntry("status", "ok");
    assertThat(repository.path("app/target/container-versions")).doesNotExist();
    assertThat(repository.path("library/target/container-versions")).doesNotExist();
  }
}
