package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A parameter counts wherever Maven takes properties from, in Maven's order, and typos too. */
class PropertyPlacesIT {
  private static final String SKIPPED = "Container versions are not checked: skip is set";

  @Test
  void theEnvironmentOfMaven() {
    Repository repository = Repository.copyOf("minimal").inGit();

    assertSkipped(withOptions(repository, "-DcontainerVersions.skip").run());
    assertRefused(
        withOptions(repository, "-DcontainerVersions.scop=all").run(),
        "there is no parameter the system property containerVersions.scop; there are: ");
  }

  @Test
  void theFileOfOptionsForTheVirtualMachine() {
    Repository repository =
        Repository.copyOf("minimal")
            .write(".mvn/jvm.config", "-DcontainerVersions.scope=some\n")
            .inGit();

    assertRefused(
        repository.validate(),
        "the system property containerVersions.scope is \"some\"; allowed are: changed, all");
  }

  @Test
  void theFileOfArguments() {
    assertSkipped(
        Repository.copyOf("minimal")
            .write(".mvn/maven.config", "-DcontainerVersions.skip\n")
            .inGit()
            .validate());
  }

  @Test
  void propertiesOfThePom() {
    Repository repository = withProperty("containerVersions.skip", "true");
    assertSkipped(repository.validate());

    repository.replace("pom.xml", "containerVersions.skip>true<", "containerVersions.skip>yes<");
    assertRefused(
        repository.validate(),
        "<containerVersions.skip> in <properties> is \"yes\"; allowed are: true, false");
  }

  @Test
  void aTypingErrorInPropertiesOfThePom() {
    assertRefused(
        withProperty("containerVersions.skipp", "true").validate(),
        "there is no parameter <containerVersions.skipp> in <properties>; there are: ");
  }

  @Test
  void aProfileOfTheSettings() {
    Repository repository =
        Repository.copyOf("minimal")
            .write(
                "settings.xml",
                """
                <settings>
                  <profiles>
                    <profile>
                      <id>ours</id>
                      <properties><containerVersions.skip>true</containerVersions.skip></properties>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>ours</activeProfile></activeProfiles>
                </settings>
                """)
            .inGit();

    assertSkipped(repository.validate("--settings", "settings.xml"));
  }

  @Test
  void theStrongerPlaceWins() {
    Repository repository = withProperty("containerVersions.skip", "false");
    assertSkipped(withOptions(repository, "-DcontainerVersions.skip=true").run());
    assertChecked(
        withOptions(repository, "-DcontainerVersions.skip=true")
            .run("-DcontainerVersions.skip=false"));

    repository.configure("<skip>false</skip>");
    assertChecked(withOptions(repository, "-DcontainerVersions.skip=true").run());
  }

  private static Repository withProperty(String name, String value) {
    return Repository.copyOf("minimal")
        .replace(
            "pom.xml",
            "  <build>\n",
            "  <properties><%1$s>%2$s</%1$s></properties>\n  <build>\n".formatted(name, value))
        .inGit();
  }

  private static MavenRun withOptions(Repository repository, String options) {
    return repository.maven().with("MAVEN_OPTS", options);
  }

  private static void assertSkipped(Build build) {
    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.told()).isEqualTo(SKIPPED);
  }

  private static void assertChecked(Build build) {
    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.told()).contains("Container versions agree: 2 containers checked");
  }

  private static void assertRefused(Build build, String reason) {
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).startsWith("Container versions cannot be checked: " + reason);
  }
}
