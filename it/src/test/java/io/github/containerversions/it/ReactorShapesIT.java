package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ways in which people start builds of several modules, and what else stands in their POMs. */
class ReactorShapesIT {
  private static final String AGREE = "Container versions agree: 1 container checked";
  private static final String RULE = "<containerVersionSync/>";
  private static final String ALL = "-DcontainerVersions.allFiles";

  @Test
  void twentyModulesOnFourThreadsHaveOneReport() throws IOException {
    Repository repository = Repository.copyOf("reactor");
    StringBuilder modules = new StringBuilder("<module>library</module>\n");
    for (int number = 1; number <= 18; number++) {
      String name = "part-" + number;
      modules.append("    <module>").append(name).append("</module>\n");
      repository.write(
          name + "/pom.xml",
          repository.read("library/pom.xml").replace(">library<", ">" + name + "<"));
    }
    repository.replace("pom.xml", "<module>library</module>\n", modules.toString()).inGit();

    Build build = repository.validate("-T4", "-DcontainerVersions.reports=json");

    assertPassedOnce(build);
    assertThat(reports(repository)).hasSize(1);
    assertThat(build.container("loki")).containsEntry("status", "ok");
  }

  @Test
  void resumedFromALaterModuleTheRuleRuns() {
    Build build = drifted().validate("--resume-from", ":app", ALL);

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.failure()).startsWith("Container versions disagree: 1 of 1 container");
  }

  @Test
  void failAtEndFailsTheBuildThoughOtherModulesGoOn() {
    Build build = drifted().validate("--fail-at-end", "--projects", "library,app", ALL);

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.text()).containsOnlyOnce("Container versions disagree: 1 of 1 container");
    assertThat(build.text())
        .containsPattern("library \\.+ FAILURE")
        .containsPattern("app \\.+ SUCCESS");
  }

  @Test
  void failNeverPassesAndTells() {
    Build build = drifted().validate("--fail-never", ALL);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text()).contains("Container versions disagree: 1 of 1 container");
  }

  @Test
  void aParentFromAnotherRepositoryConfiguresTheRuleForItsChild() {
    Repository parent = Repository.copyOf("minimal");
    parent.replace("pom.xml", "<inherited>false</inherited>", "");
    Repository child = Repository.copyOf("reactor");
    child.delete("app").delete("library").delete("pom.xml");
    child.write(
        "pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>arpa.home</groupId>
            <artifactId>minimal</artifactId>
            <version>1</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>child</artifactId>
          <packaging>pom</packaging>
        </project>
        """
            .formatted(child.root().relativize(parent.path("pom.xml"))));
    child.inGit();

    assertPassedOnce(child.validate(ALL));
  }

  @Test
  void aParentFromTheLocalRepositoryConfiguresTheRuleForARepositoryOfItsOwn() {
    String parent =
        Repository.copyOf("minimal")
            .replace("pom.xml", "<artifactId>minimal<", "<artifactId>house-parent<")
            .replace("pom.xml", "<inherited>false</inherited>", "")
            .configure("<inventoryFile>house.yaml</inventoryFile>")
            .read("pom.xml");
    Installation.get().install("arpa/home/house-parent/1/house-parent-1.pom", parent);
    Repository child = drifted();
    child
        .write("house.yaml", child.read("service-versions.yaml"))
        .delete("service-versions.yaml")
        .delete(".mvn")
        .write(
            "ci/pom.xml",
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>arpa.home</groupId>
                <artifactId>house-parent</artifactId>
                <version>1</version>
                <relativePath/>
              </parent>
              <artifactId>child</artifactId>
              <packaging>pom</packaging>
            </project>
            """);

    Build build = child.maven().startedIn(child.path("ci")).run(ALL);

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure())
        .startsWith("Container versions disagree: 1 of 1 container")
        .contains("\n    house.yaml:3:22 3.6.4\n");
  }

  @Test
  void twoExecutionsWithDifferentConfigurationBothRun() {
    Repository repository = Repository.copyOf("minimal");
    repository.replace(
        "pom.xml",
        "        <executions>\n",
        """
                <executions>
                  <execution>
                    <id>no-such-folder</id>
                    <phase>initialize</phase>
                    <goals>
                      <goal>enforce</goal>
                    </goals>
                    <configuration>
                      <rules>
                        <containerVersionSync>
                          <containersDirectory>images</containersDirectory>
                        </containerVersionSync>
                      </rules>
                    </configuration>
                  </execution>
        """);
    repository.inGit();

    Build build = repository.validate("initialize", ALL);

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.text())
        .contains("Container versions agree: 2 containers checked")
        .contains("there is no folder images in the repository root");
  }

  @Test
  void anOlderSnakeYamlOnThePluginsClassPathIsNotOurs() {
    Repository repository = Repository.copyOf("reactor");
    repository.replace(
        "pom.xml",
        "        <dependencies>\n",
        """
                <dependencies>
                  <dependency>
                    <groupId>org.yaml</groupId>
                    <artifactId>snakeyaml</artifactId>
                    <version>1.33</version>
                  </dependency>
        """);
    repository.inGit();

    Build build = repository.validate("-X", ALL);

    assertPassedOnce(build);
    assertThat(build.text()).containsPattern("Included: *org.yaml:snakeyaml:jar:1.33");
  }

  @Test
  void otherRulesBesideItRunToo() {
    Repository repository = Repository.copyOf("reactor");
    repository.replace(
        "pom.xml",
        RULE,
        RULE
            + "<alwaysPass/><requireJavaVersion>"
            + "<version>[11,)</version></requireJavaVersion>");
    repository.inGit();

    Build build = repository.validate(ALL);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text()).contains(AGREE).contains("RequireJavaVersion");
  }

  @Test
  void offlineItNeedsNothing() {
    assertPassedOnce(Repository.copyOf("reactor").inGit().validate("--offline", ALL));
  }

  @Test
  void aReadOnlyWorkingTreeIsLeftAsItWas() throws IOException {
    Repository repository = Repository.copyOf("reactor").inGit();
    try (Stream<Path> tree = Files.walk(repository.root())) {
      for (Path file : tree.toList()) {
        assertThat(file.toFile().setWritable(false)).isTrue();
      }
    }
    try {
      assertPassedOnce(repository.validate());
      // Permissions stop no administrator, so whether anything was written is looked at as well.
      assertThat(repository.git("status", "--porcelain")).isEmpty();
      assertThat(repository.buildOutput()).isEmpty();
    } finally {
      try (Stream<Path> tree = Files.walk(repository.root())) {
        tree.forEach(file -> file.toFile().setWritable(true));
      }
    }
  }

  private static Repository drifted() {
    return Repository.copyOf("reactor").replace("service-versions.yaml", "3.6.5", "3.6.4").inGit();
  }

  private static void assertPassedOnce(Build build) {
    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text()).containsOnlyOnce(AGREE);
  }

  private static Stream<Path> reports(Repository repository) throws IOException {
    try (Stream<Path> tree = Files.walk(repository.root())) {
      return tree.filter(file -> file.endsWith("report.json")).toList().stream();
    }
  }
}
