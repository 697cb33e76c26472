package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is configured where, what wins, and what is refused. */
class ConfigurationIT {

  @Test
  void skippingTouchesNeitherGitNorFiles() {
    Repository repository =
        Repository.copyOf("minimal")
            .script("bin/git", "echo \"$@\" >> \"$(dirname \"$0\")/git-calls\"\nexit 1\n")
            .inGit();
    Path gitCalls = repository.path("bin/git-calls");

    Build skipped =
        repository
            .maven()
            .onPath(repository.path("bin"))
            .run(
                "-DcontainerVersions.skip",
                "-DcontainerVersions.containersDirectory=nowhere",
                "-DcontainerVersions.inventoryFile=nowhere.yaml");

    assertThat(skipped.exitCode()).as(skipped.text()).isZero();
    assertThat(skipped.told()).isEqualTo("Container versions are not checked: skip is set");
    assertThat(gitCalls).doesNotExist();

    Build checked = repository.maven().onPath(repository.path("bin")).run();
    assertThat(checked.exitCode()).as(checked.text()).isZero();
    assertThat(gitCalls).isNotEmptyFile();
  }

  @Test
  void aUserPropertyBeatsThePom() {
    Repository repository =
        Repository.copyOf("minimal")
            .configure("<skip>true</skip><inventoryFile>nowhere.yaml</inventoryFile>")
            .inGit();

    Build build =
        repository.validate(
            "-DcontainerVersions.skip=false",
            "-DcontainerVersions.inventoryFile=service-versions.yaml",
            "-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.report().getObject("summary")).containsEntry("checked", 2);
  }

  @Test
  void allFilesNeedsNoValue() {
    Repository repository = Repository.copyOf("minimal").inGit();
    repository.git("switch", "--quiet", "--create", "topic");

    Build build =
        repository.validate("-DcontainerVersions.allFiles", "-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.report().getObject("scope"))
        .containsEntry("mode", "all")
        .containsEntry("reason", "requested");
    assertThat(build.report().getObject("summary")).containsEntry("checked", 2);
  }

  @Test
  void otherNamesForEverything() {
    Repository repository =
        Repository.copyOf("minimal")
            .delete("containers/ntfy")
            .write("images/loki/Dockerfile", "ARG APP_VERSION=3.6.5\nFROM grafana/loki\n")
            .write("ops/services.yml", "services:\n- {name: loki, current-version: v3.6.5}\n")
            .configure(
                """
                <containersDirectory>images</containersDirectory>
                <inventoryFile>ops/services.yml</inventoryFile>
                <versionArg>APP_VERSION</versionArg>
                <message>Ask in #homelab.</message>
                """)
            .inGit();

    assertThat(repository.validate().exitCode()).isZero();

    repository.replace("images/loki/Dockerfile", "3.6.5", "3.7.0");
    assertThat(repository.validate().failure())
        .isEqualTo(
            """
            Ask in #homelab.
            Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
            ops/services.yml:2:33 [version-agreement] loki: ops/services.yml says v3.6.5, \
            Dockerfile says 3.7.0; this branch moved Dockerfile to 3.7.0
                images/loki/Dockerfile:1:17 3.7.0
                help: set current-version: "v3.7.0" for loki in ops/services.yml, or run mvn \
            io.github.containerversions:container-versions-enforcer-rule:1.0.0-SNAPSHOT:fix \
            -Dcontainer=loki
            """
                .strip());
  }

  @Test
  void aServiceNamedDifferently() {
    Repository repository =
        Repository.copyOf("minimal")
            .configure("<serviceNames><loki>logs</loki></serviceNames>")
            .replace("service-versions.yaml", "name: loki", "name: logs")
            .inGit();

    Build build = repository.validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.container("loki"))
        .containsEntry("status", "ok")
        .containsEntry("service", "logs");
  }

  @Test
  void aFolderWhoseNameIsNoXmlName() {
    Repository repository =
        Repository.copyOf("minimal")
            .configure(
                """
                <serviceNames>
                  <property>
                    <name>2fauth</name>
                    <value>two-factor</value>
                  </property>
                </serviceNames>
                """)
            .write("containers/2fauth/Dockerfile", "ARG CONTAINER_APP_VERSION=6.0.0\nFROM 2fauth\n")
            .replace(
                "service-versions.yaml",
                "services:\n",
                "services:\n  - name: two-factor\n    current-version: 6.0.0\n")
            .inGit();

    Build build = repository.validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.container("2fauth")).containsEntry("service", "two-factor");
  }

  @Test
  void configurationThatMatchesNothingIsToldAndDoesNotFail() {
    Build build =
        Repository.copyOf("minimal")
            .configure(
                """
                <exemptions>
                  <exemption><container>kubectl</container><reason>gone</reason></exemption>
                </exemptions>
                <serviceNames><quartz>docs</quartz></serviceNames>
                <nixPackages><authentik>authentik</authentik></nixPackages>
                """)
            .inGit()
            .validate();

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.warned())
        .isEqualTo(
            """
            [stale-configuration] <exemptions> names kubectl, which is no container: remove the \
            entry from <exemptions>, or correct the name
            [stale-configuration] <serviceNames> names quartz, which is no container: remove the \
            entry from <serviceNames>, or correct the name
            [stale-configuration] <nixPackages> names authentik, which is no container: remove \
            the entry from <nixPackages>, or correct the name
            """
                .strip());
  }

  @Test
  void anUnknownScopeIsRefused() {
    assertRefused(
        Repository.copyOf("minimal").configure("<scope>some</scope>"),
        """
        Container versions cannot be checked: <scope> is "some"; allowed are: changed, all
        """);
  }

  @Test
  void anUnknownAnnotationsModeIsRefused() {
    assertRefused(
        Repository.copyOf("minimal").configure("<annotations>yes</annotations>"),
        """
        Container versions cannot be checked: <annotations> is "yes"; allowed are: auto, on, off
        """);
  }

  @Test
  void namesOfAnotherFormAreRefusedAndNotPassedOver() {
    assertRefused(
        Repository.copyOf("minimal")
            .configure(
                """
                <serviceNames>
                  <serviceName><container>loki</container><service>logs</service></serviceName>
                </serviceNames>
                """),
        """
        Container versions cannot be checked: <serviceName> in <serviceNames> holds elements; \
        write one entry for each container, <serviceNames><quartz>docs</quartz></serviceNames>, \
        or <property><name>2fauth</name><value>docs</value></property> where the container's name \
        is not a name in XML
        """);
  }

  @Test
  void exemptionsOfAnotherFormAreRefusedInOurWords() {
    assertRefused(
        Repository.copyOf("minimal").configure("<exemptions>loki</exemptions>"),
        """
        Container versions cannot be checked: <exemptions> holds text; write \
        <exemptions><exemption><container>kubectl</container><reason>why it is \
        exempt</reason></exemption></exemptions>
        """);
  }

  @Test
  void whatMavenWouldPassOverIsRefused() {
    assertRefused(
        Repository.copyOf("minimal").configure("<scope>all</scope><scope>changed</scope>"),
        """
        Container versions cannot be checked: <containerVersionSync> has <scope> twice; Maven \
        takes only the last
        """);
    assertRefused(
        Repository.copyOf("minimal")
            .replace("pom.xml", "<containerVersionSync/>", "<containerVersionSync scope='all'/>"),
        """
        Container versions cannot be checked: <containerVersionSync> has an attribute scope; a \
        parameter is an element, such as <skip>true</skip>
        """);
  }

  @Test
  void noInventoryStopsAtAnyLevel() {
    assertRefused(
        Repository.copyOf("minimal")
            .delete("service-versions.yaml")
            .configure("<level>WARN</level>"),
        """
        Container versions cannot be checked: there is no inventory service-versions.yaml in the \
        repository root; set <inventoryFile> to the file that lists the services, to none where \
        there is no such list, or <repositoryRoot> to the folder it is in; an inventory starts with
        services:
          - name: loki
            current-version: "3.6.5"
        """);
  }

  @Test
  void noContainersFolderStops() {
    assertRefused(
        Repository.copyOf("minimal").delete("containers"),
        """
        Container versions cannot be checked: there is no folder containers in the repository \
        root; set <containersDirectory> to the folder whose child folders are the containers, or \
        <repositoryRoot> to the folder it is in
        """);
  }

  @Test
  void noContainersStops() {
    assertRefused(
        Repository.copyOf("minimal")
            .delete("containers")
            .write("containers/README.md", "To be filled.\n")
            .write("containers/.cache/Dockerfile", "FROM scratch\n"),
        """
        Container versions cannot be checked: the folder containers holds no container; each \
        child folder is one, but for those whose name starts with a dot. Is \
        <containersDirectory> right, and is the checkout complete?
        """);
  }

  @Test
  void atWarnTheBuildGoesOn() {
    Build build =
        Repository.copyOf("minimal")
            .configure("<level>WARN</level>")
            .replace("service-versions.yaml", "3.6.5", "3.6.4")
            .inGit()
            .validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text())
        .contains(
            """
            [WARNING] Rule 0: \
            io.github.containerversions.maven.ContainerVersionSyncRule(containerVersionSync) \
            warned with message:
            Container versions disagree: 1 of 2 containers, 1 finding (scope: changed, on-base)
            containers/loki/Dockerfile:1:27 [version-agreement] loki: Dockerfile says 3.6.5, \
            service-versions.yaml says 3.6.4; which is right cannot be told from here
                service-versions.yaml:3:22 3.6.4
                help: set ARG CONTAINER_APP_VERSION=3.6.4 in containers/loki/Dockerfile, or set \
            current-version: "3.6.5" for loki in service-versions.yaml
            """
                .strip());
    assertThat(build.container("loki")).containsEntry("status", "failed");
  }

  private static void assertRefused(Repository repository, String text) {
    Build build = repository.inGit().validate();
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).isEqualTo(text.strip());
    assertThat(repository.buildOutput()).isEmpty();
  }
}
