package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Each rule fails alone, on a repository that is in order but for one thing. */
class FindingsIT {

  @Test
  void failsWhenTheDockerfileMovesAndTheInventoryDoesNot() {
    Repository repository = Repository.copyOf("homelab").inGit();
    repository.git("switch", "--quiet", "--create", "update-transmission");
    repository
        .replace("containers/transmission/Dockerfile", "4.0.6-r4", "4.0.6-r5")
        .commit("Update transmission");

    assertFails(
        repository,
        """
        Container versions disagree: 1 of 3 containers, 1 finding (scope: changed, base)
        service-versions.yaml:168:22 [version-agreement] transmission: service-versions.yaml \
        says 4.0.6-r4, Dockerfile says 4.0.6-r5; this branch moved Dockerfile to 4.0.6-r5
            containers/transmission/Dockerfile:4:27 4.0.6-r5
            help: set current-version: "4.0.6-r5" for transmission in service-versions.yaml, or \
        run mvn io.github.containerversions:container-versions-enforcer-rule:1.0.0-SNAPSHOT:fix \
        -Dcontainer=transmission
        """);
  }

  @Test
  void failsWhenTheDockerfileDeclaresNoVersion() {
    assertFails(
        Repository.copyOf("minimal")
            .replace("containers/loki/Dockerfile", "ARG CONTAINER_APP_VERSION=3.6.5", "ARG LOKI=3")
            .inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/loki/Dockerfile [dockerfile-version] loki: ARG CONTAINER_APP_VERSION is not \
        declared
            help: add ARG CONTAINER_APP_VERSION=3.6.5
        """);
  }

  @Test
  void failsWhenContainerPyTakesItsVersionFromTheEnvironment() {
    assertFails(
        Repository.copyOf("minimal")
            .delete("containers/loki/Dockerfile")
            .write(
                "containers/loki/container.py",
                """
                import os

                VERSION = os.environ["LOKI_VERSION"]
                """)
            .inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/loki/container.py:3:11 [container-py-version] loki: VERSION needs evaluation: \
        os.environ["LOKI_VERSION"]
            help: write the version out, VERSION = "3.6.5", or set containerPyVersionCommand
        """);
  }

  @Test
  void failsWhenDefaultNixIsNotWellFormed() {
    assertFails(
        Repository.copyOf("minimal")
            .replace("containers/ntfy/default.nix", "version = \"2.17.0\";", "version = \"2.17.0\"")
            .inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/ntfy/default.nix:8:1 [nix-version] ntfy: not valid Nix: unexpected \
        'in', expected ';'
            help: correct it there; nix-instantiate --parse shows whether Nix accepts it
        """);
  }

  @Test
  void failsWhenAFolderHoldsNoBuildFile() {
    assertFails(
        Repository.copyOf("minimal")
            .delete("containers/loki/Dockerfile")
            .write("containers/loki/README.md", "Moved to the upstream image.\n")
            .inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/loki [build-file] loki: no build file: none of Dockerfile, container.py and \
        default.nix exists
            help: add one of them, remove the folder, or exempt loki with a reason in <exemptions>
        """);
  }

  @Test
  void failsWhenTheInventoryHasNoEntry() {
    assertFails(
        Repository.copyOf("minimal").replace("service-versions.yaml", "loki", "lokki").inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        service-versions.yaml:1:1 [inventory-version] loki: no entry is named "loki"
            help: if "lokki" is meant, correct it there or map the container to it in serviceNames; \
        otherwise add - { name: loki, current-version: "3.6.5" } under services
        """);
  }

  @Test
  void failsWhenTheInventorySaysNull() {
    assertFails(
        Repository.copyOf("minimal").replace("service-versions.yaml", "3.6.5", "null").inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        service-versions.yaml:3:22 [inventory-version] loki: current-version is null
            help: write the version there: current-version: "3.6.5"
        """);
  }

  @Test
  void failsWhenNixLagsBehindAsTheReadmeShows() throws IOException {
    String failure =
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/ntfy/default.nix:7:14 [version-agreement] ntfy: default.nix says 2.15.0, \
        Dockerfile and service-versions.yaml say v2.17.0
            containers/ntfy/Dockerfile:4:27 v2.17.0
            service-versions.yaml:6:22 v2.17.0
            help: set version = "2.17.0" in containers/ntfy/default.nix, or move the other two \
        to 2.15.0
        """;

    assertFails(
        Repository.copyOf("minimal")
            .replace("containers/ntfy/default.nix", "2.17.0", "2.15.0")
            .inGit(),
        failure);
    assertThat(Files.readString(Installation.readme())).contains("```\n" + failure + "```");
  }

  @Test
  void failsWhenTwoSourcesDifferAndNobodyCanSayWhoIsRight() {
    assertFails(
        Repository.copyOf("minimal").replace("service-versions.yaml", "3.6.5", "3.6.4").inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/loki/Dockerfile:1:27 [version-agreement] loki: Dockerfile says 3.6.5, \
        service-versions.yaml says 3.6.4; which is right cannot be told from here
            service-versions.yaml:3:22 3.6.4
            help: set ARG CONTAINER_APP_VERSION=3.6.4 in containers/loki/Dockerfile, or set \
        current-version: "3.6.5" for loki in service-versions.yaml
        """);
  }

  @Test
  void tellsAllFindingsOfOneContainer() {
    assertFails(
        Repository.copyOf("minimal")
            .replace("containers/ntfy/Dockerfile", "ARG CONTAINER_APP_VERSION=v2.17.0", "")
            .replace("service-versions.yaml", "v2.17.0", "''")
            .inGit(),
        """
        Container versions disagree: 1 of 2 containers, 2 findings (scope: changed, on-base)
        containers/ntfy/Dockerfile:7:5 [dockerfile-version] ntfy: ARG CONTAINER_APP_VERSION is \
        declared without a default
            help: write ARG CONTAINER_APP_VERSION=2.17.0
        service-versions.yaml:6:23 [inventory-version] ntfy: current-version is an empty text
            help: write the version there: current-version: "2.17.0"
        """);
  }

  @Test
  void failsWhenAFileCannotBeReadAndJudgesTheOthers() {
    assertFails(
        Repository.copyOf("minimal")
            .delete("containers/loki/Dockerfile")
            .write("containers/loki/Dockerfile/Dockerfile", "FROM grafana/loki:3.6.5\n")
            .inGit(),
        """
        Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
        containers/loki/Dockerfile [dockerfile-version] loki: this is a folder, not a file
            help: put a regular file there
        """);
  }

  private static void assertFails(Repository repository, String text) {
    Build build = repository.validate();
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).isEqualTo(text.strip());
  }
}
