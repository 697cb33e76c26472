package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a build that passes makes the virtual machine load: at a cold start that is what it costs.
 */
class LoadedClassesIT {

  /**
   * Makes the methods {@code equals}, {@code hashCode} and {@code toString} of a record when they
   * are first called. The first one costs as much as a hundred classes of ours.
   */
  private static final String OF_RECORDS = "java.lang.runtime.ObjectMethods ";

  /** Reads YAML that is not plain. */
  private static final String OF_YAML = "shaded.snakeyaml.";

  /** Holds edits against other containers, and reads the inventory again for it. */
  private static final String OF_FIXES = "versions.OtherContainers ";

  private static final String OURS = "io.github.containerversions.versions.ContainerVersionSync ";

  @TempDir Path folder;

  @Test
  void nothingIsLoadedThatAPassingBuildDoesNotNeed() throws IOException {
    Repository repository = Repository.copyOf("minimal").inGit();

    assertLoadsNoMethodOfARecord(repository);
    assertThat(classes()).doesNotContain(OF_YAML).doesNotContain(OF_FIXES);
  }

  @Test
  void noMethodOfARecordIsMadeWhereAPlaceIsBehind() throws IOException {
    Repository repository =
        Repository.copyOf("minimal")
            .configure(
                """
                <places>
                  <place>
                    <name>deployment</name>
                    <files><file>deploy/{container}.yaml</file></files>
                    <image>registry.home.arpa/{container}</image>
                    <behind>told</behind>
                  </place>
                </places>
                """)
            .write("deploy/loki.yaml", "image: registry.home.arpa/loki:3.6.5\n")
            .inGit()
            .replace("containers/loki/Dockerfile", "3.6.5", "3.6.6")
            .replace("service-versions.yaml", "3.6.5", "3.6.6")
            .commit("Move loki");

    assertThat(assertLoadsNoMethodOfARecord(repository).text()).contains("Pending: loki: ");
  }

  private Build assertLoadsNoMethodOfARecord(Repository repository) throws IOException {
    Build build =
        repository
            .maven()
            .with("MAVEN_OPTS", "-Xlog:class+load:file=" + folder.resolve("classes"))
            .run("-DcontainerVersions.allFiles");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(classes()).contains(OURS).doesNotContain(OF_RECORDS);
    return build;
  }

  private String classes() throws IOException {
    return Files.readString(folder.resolve("classes"));
  }
}
