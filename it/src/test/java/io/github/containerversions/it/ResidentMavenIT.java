package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Builds that follow each other in one virtual machine with one set of loaded classes, as in a
 * daemon: each has to see the files as they are, and none may leave anything behind.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResidentMavenIT {
  private static final long MEBIBYTE = 1 << 20;
  private static final String RULE = "<containerVersionSync/>";
  private static final String AGREE = "Container versions agree: 1 container checked";

  static List<Combination> combinations() {
    return Combination.all();
  }

  /** Maven 4.0.0-rc-4 seems to load plugins in each build anew, and keeps them all. */
  static List<Combination> combinationsOfMaven3() {
    return Combination.all().stream().filter(it -> it.maven().startsWith("3.")).toList();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyBuildSeesTheFilesAndTheConfigurationAsTheyAre(Combination versions) throws IOException {
    Repository repository = versions.copyOf("reactor").inGit();
    try (ResidentProcess maven = versions.resident()) {
      assertPassed(maven.validate(repository));
      assertPassed(maven.validate(repository));

      repository.replace("service-versions.yaml", "3.6.5", "3.6.4");
      String difference = "Dockerfile says 3.6.5, service-versions.yaml says 3.6.4";
      assertFailed(maven.validate(repository), difference);
      assertFailed(maven.validate(repository), difference);

      repository.replace("containers/loki/Dockerfile", "3.6.5", "3.6.4");
      assertPassed(maven.validate(repository));

      repository.configure("<versionArg>LOKI_VERSION</versionArg>");
      assertFailed(maven.validate(repository), "LOKI_VERSION");

      repository.replace(
          "containers/loki/Dockerfile", "ARG CONTAINER_APP_VERSION", "ARG LOKI_VERSION");
      assertPassed(maven.validate(repository));
    }
  }

  @ParameterizedTest
  @MethodSource("combinationsOfMaven3")
  void twentyBuildsLeaveNothingBehind(Combination versions) throws IOException {
    Growth withRule = growth(versions, versions.copyOf("reactor").inGit());
    // Maven 3.9 keeps something of each build itself.
    Growth without =
        growth(versions, versions.copyOf("reactor").replace("pom.xml", RULE, "<alwaysPass/>"));

    assertThat(withRule.before().objects()).isPositive();
    assertThat(withRule.after().objects()).isEqualTo(withRule.before().objects());
    assertThat(withRule.heap()).isLessThan(without.heap() + MEBIBYTE);
    assertThat(withRule.after().threads())
        // Maven's own, which is still about to end when the build has.
        .filteredOn(name -> !name.startsWith("BuilderThread"))
        .isSubsetOf(withRule.before().threads());
    assertThat(withRule.after().openFiles()).isEmpty();
  }

  private static Growth growth(Combination versions, Repository repository) throws IOException {
    try (ResidentProcess maven = versions.resident()) {
      for (int warmUp = 1; warmUp <= 3; warmUp++) {
        assertThat(maven.validate(repository).passed()).isTrue();
      }
      ResidentProcess.Result before = maven.validate(repository);
      for (int build = 1; build < 20; build++) {
        assertThat(maven.validate(repository).passed()).isTrue();
      }
      return new Growth(before, maven.validate(repository));
    }
  }

  /** What was left behind twenty builds apart. */
  private record Growth(ResidentProcess.Result before, ResidentProcess.Result after) {

    /** Bytes. */
    long heap() {
      return after.heap() - before.heap();
    }
  }

  private static void assertPassed(ResidentProcess.Result result) {
    assertThat(result.passed()).as(result.text()).isTrue();
    assertThat(result.text()).containsOnlyOnce(AGREE);
  }

  private static void assertFailed(ResidentProcess.Result result, String why) {
    assertThat(result.passed()).as(result.text()).isFalse();
    assertThat(result.text()).contains(why);
  }
}
