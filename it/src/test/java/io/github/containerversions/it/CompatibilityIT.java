package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every promised combination of Maven, Enforcer plugin and Java has to do. In a plain build
 * these are the oldest and the newest Maven; with {@code -Pmatrix} all of them.
 */
class CompatibilityIT {

  static List<Combination> combinations() {
    return Combination.all();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void aDifferenceFailsWithTheWholeText(Combination versions) {
    Repository repository = versions.copyOf("reactor").inGit();
    MavenRun maven = versions.in(repository);
    repository.replace("service-versions.yaml", "3.6.5", "3.6.4");

    Build build = maven.run("-DcontainerVersions.scope=all");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure())
        .as(build.text())
        .isEqualTo(
            """
            Container versions disagree: 1 of 1 container, 1 finding (scope: all)
            containers/loki/Dockerfile:1:27 [version-agreement] loki: Dockerfile says 3.6.5, \
            service-versions.yaml says 3.6.4; which is right cannot be told from here
                service-versions.yaml:3:22 3.6.4
                help: set ARG CONTAINER_APP_VERSION=3.6.4 in containers/loki/Dockerfile, or set \
            current-version: "3.6.5" for loki in service-versions.yaml
            """
                .strip());
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void agreementIsToldOnceInAReactorOfThreads(Combination versions) {
    Repository repository = versions.copyOf("reactor").inGit();

    Build build =
        versions
            .in(repository)
            .run("-T2", "-DcontainerVersions.allFiles", "-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.output())
        .as(build.text())
        .filteredOn(
            line -> line.contains("Container versions agree: 1 container checked (scope: all)"))
        .hasSize(1);
    assertThat(build.container("loki")).containsEntry("status", "ok");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void aWrongConfigurationStopsTheBuild(Combination versions) {
    Repository repository = versions.copyOf("minimal").inGit();

    Build build = versions.in(repository).run("-DcontainerVersions.scope=some");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.text())
        .contains("-DcontainerVersions.scope is \"some\"; allowed are: changed, all");
  }
}
