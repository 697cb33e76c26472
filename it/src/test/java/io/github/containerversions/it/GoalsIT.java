package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The goals of the jar, with and without a POM. */
class GoalsIT {

  static List<Combination> combinations() {
    return Combination.all();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void aFolderWithoutAPomIsListedCheckedAndBumped(Combination versions) {
    Repository repository = versions.copyOf("quick-start").inGit().delete("pom.xml");

    Build list = versions.in(repository).goal("list");
    assertThat(list.exitCode()).as(list.text()).isZero();
    assertThat(list.ofGoal()).contains("ntfy       v2.17.0     v2.17.0    ok");

    Build set = versions.in(repository).goal("set", "-Dcontainer=ntfy", "-DnewVersion=2.18.0");
    assertThat(set.exitCode()).as(set.text()).isZero();
    assertThat(set.ofGoal())
        .contains("containers/ntfy/Dockerfile:1:27 v2.17.0 -> v2.18.0")
        .contains("service-versions.yaml:3:22 v2.17.0 -> v2.18.0");
    assertThat(repository.git("diff", "--numstat", "--", "containers", "service-versions.yaml"))
        .isEqualTo("1\t1\tcontainers/ntfy/Dockerfile\n1\t1\tservice-versions.yaml\n");

    Build version = versions.in(repository).goal("version", "-q", "-Dcontainer=ntfy");
    assertThat(version.exitCode()).as(version.text()).isZero();
    assertThat(version.ofGoal()).isEqualTo("2.18.0");
  }

  @Test
  void aPomConfiguresTheGoalsAsTheRule() {
    Repository repository = Repository.copyOf("homelab").inGit();

    Build list = repository.maven().goal("list", "-Dcontainer=quartz");

    assertThat(list.exitCode()).as(list.text()).isZero();
    assertThat(list.ofGoal())
        .isEqualTo(
            """
            quartz (service docs): ok, version 1.29.4
              Dockerfile: containers/quartz/Dockerfile:3:27 1.29.4
              service-versions.yaml: service-versions.yaml:196:22 1.29.4""");
  }

  @Test
  void aDisagreementFailsTheCheckAndTheVersionAndIsFixed() {
    Repository repository = Repository.copyOf("quick-start").inGit().delete("pom.xml");
    repository.git("checkout", "-q", "-b", "bump");
    repository.replace("containers/ntfy/Dockerfile", "v2.17.0", "v2.18.0");

    Build check = repository.maven().goal("check");
    assertThat(check.exitCode()).isNotZero();
    assertThat(check.text())
        .contains(
            "ntfy: service-versions.yaml says v2.17.0, Dockerfile says v2.18.0; this branch moved Dockerfile");
    Build version = repository.maven().goal("version", "-Dcontainer=ntfy");
    assertThat(version.exitCode()).isNotZero();

    Build fix = repository.maven().goal("fix");
    assertThat(fix.exitCode()).as(fix.text()).isZero();
    assertThat(fix.ofGoal()).isEqualTo("service-versions.yaml:3:22 v2.17.0 -> v2.18.0");
    assertThat(repository.maven().goal("check").exitCode()).isZero();
  }

  @Test
  void aDryRunPrintsADiffAndWritesNothing() {
    Repository repository = Repository.copyOf("quick-start").inGit().delete("pom.xml");

    Build set =
        repository.maven().goal("set", "-q", "-Dcontainer=ntfy", "-DnewVersion=2.18.0", "-DdryRun");

    assertThat(set.exitCode()).as(set.text()).isZero();
    assertThat(set.ofGoal())
        .contains("-ARG CONTAINER_APP_VERSION=v2.17.0\n+ARG CONTAINER_APP_VERSION=v2.18.0");
    assertThat(repository.git("status", "--porcelain")).isEqualTo(" D pom.xml\n");
  }

  @Test
  void aModuleOfAReactorTakesTheConfigurationOfItsParent() {
    Repository repository = Repository.copyOf("reactor").inGit();

    Build build = repository.maven().startedIn(repository.path("app")).goal("list");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.ofGoal()).contains("loki       3.6.5       3.6.5      ok");
  }

  /** README's failure, and what README shows of its fix. */
  @Test
  void theFixOfTheReadmeSaysWhatItShows() throws IOException {
    String readme = Files.readString(Installation.docs().resolveSibling("README.md"));
    Repository repository =
        Repository.copyOf("minimal")
            .replace("containers/ntfy/default.nix", "2.17.0", "2.15.0")
            .inGit();

    Build fix = repository.maven().goal("fix", "-Dfrom=inventory");

    assertThat(fix.exitCode()).as(fix.text()).isZero();
    assertThat(readme).contains("```\n" + fix.ofGoal() + "\n```");
  }

  /** The sample of README's failure, in order: what README shows of a bump. */
  @Test
  void theBumpOfTheReadmeSaysWhatItShows() throws IOException {
    String readme = Files.readString(Installation.docs().resolveSibling("README.md"));
    Repository repository = Repository.copyOf("minimal").inGit();

    Build set = repository.maven().goal("set", "-Dcontainer=ntfy", "-DnewVersion=2.18.0");

    assertThat(set.exitCode()).as(set.text()).isZero();
    assertThat(readme).contains("```\n" + set.ofGoal() + "\n```");
  }

  @Test
  void theTagOfTheCiPageNamesVersionAndCommit() {
    Repository repository = Repository.copyOf("minimal").inGit();
    String[] words =
        Page.read("ci.md").blocks().stream()
            .filter(it -> it.path().equals("mvn"))
            .map(it -> it.text().replaceAll("(?s).*:version |\\)\n.*|'", ""))
            .findFirst()
            .orElseThrow()
            .split(" ");
    assertThat(words).containsExactly("-Dcontainer=ntfy", "-Dform=v{version}-{commit}");

    Build build = repository.maven().goal("version", "-q", words[0], words[1]);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.ofGoal())
        .isEqualTo("v2.17.0-" + repository.git("rev-parse", "HEAD").substring(0, 7));
  }

  @Test
  void aVersionThatIsNoTagIsRefused() {
    Repository repository =
        Repository.copyOf("minimal")
            .replace("containers/ntfy/Dockerfile", "v2.17.0", "v2.17.0+1")
            .replace("containers/ntfy/default.nix", "2.17.0", "2.17.0+1")
            .replace("service-versions.yaml", "v2.17.0", "v2.17.0+1")
            .inGit();

    Build build = repository.maven().goal("version", "-q", "-Dcontainer=ntfy");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.text()).contains("2.17.0+1 is no tag of an image");
  }

  @Test
  void aContainerThatDoesNotExistIsRefusedByEachGoal() {
    Repository repository = Repository.copyOf("quick-start").inGit();

    for (String goal : List.of("list", "fix", "version")) {
      Build build = repository.maven().goal(goal, "-Dcontainer=web");
      assertThat(build.text()).contains("there is no container web; there are: ntfy");
    }
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    Repository repository = Repository.copyOf("quick-start").inGit();

    Build build = repository.maven().goal("set", "-Dcontainer=web", "-DnewVersion=1");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.text()).contains("there is no container web; there are: ntfy");
  }
}
