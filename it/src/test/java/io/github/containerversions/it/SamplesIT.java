package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample repositories as they are. */
class SamplesIT {

  @Test
  void aHomelabInOrderPassesAndIsToldInATable() throws IOException {
    Build build = Repository.copyOf("homelab").inGit().validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.told()).isEqualTo(expected("homelab"));
    assertThat(build.warned()).isEmpty();
    assertThat(build.report().getObject("summary"))
        .containsEntry("containers", 23)
        .containsEntry("checked", 21)
        .containsEntry("failed", 0)
        .containsEntry("findings", 0);
    assertThat(build.container("transmission"))
        .containsEntry("status", "ok")
        .containsEntry("version", "4.0.6-r4");
    assertThat(build.container("loki")).containsEntry("version", "3.6.5");
    assertThat(build.container("quartz"))
        .containsEntry("service", "docs")
        .containsEntry("version", "1.29.4");
    assertThat(build.container("kubectl")).containsEntry("status", "exempt");
    assertThat(literals(build, "loki")).containsExactly("3.6.5", "v3.6.5", "v3.6.5");
    assertThat(literals(build, "ntfy")).containsExactly("v2.17.0", "2.17.0", "v2.17.0", "v2.17.0");
    assertThat(literals(build, "mealie")).containsExactly("3.10.2", "v3.10.2");
    assertThat(literals(build, "navidrome")).containsExactly("v0.61.1", "v0.61.1", "v0.61.1");
    assertThat(literals(build, "prometheus")).containsExactly("v${PROMETHEUS_VERSION}", "v3.9.1");
  }

  @Test
  void aHomelabThatDriftedFailsAndEveryFindingIsTold() throws IOException {
    Build build = Repository.copyOf("drifted").inGit().validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).isEqualTo(expected("drifted"));
    ReportSchema.assertKept(build.reportText());
    JsonObject summary = build.report().getObject("summary");
    assertThat(summary)
        .containsEntry("containers", 8)
        .containsEntry("checked", 8)
        .containsEntry("failed", 6);
    for (String inOrder : new String[] {"loki", "postgres"}) {
      assertThat(build.container(inOrder)).containsEntry("status", "ok");
    }
    assertThat(build.container("postgres")).containsEntry("version", "17.10");
  }

  @Test
  void aDeploymentThatLagsBehindIsToldAndPasses() throws IOException {
    Repository repository = Repository.copyOf("homelab").inGit();
    repository
        .replace("containers/loki/Dockerfile", "APP_VERSION=3.6.5", "APP_VERSION=3.6.6")
        .replace("service-versions.yaml", "current-version: v3.6.5", "current-version: v3.6.6")
        .commit("Loki 3.6.6");

    Build build = repository.validate("-DcontainerVersions.reports=json");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.told())
        .containsPattern(
            "Pending: loki: deployment says v3\\.6\\.5, declared until [0-9a-f]{7}"
                + " \\([0-9]{4}-[0-9]{2}-[0-9]{2}, 0 commits ago\\)");
    assertThat(build.report().getObject("summary")).containsEntry("pending", 1);
    assertThat(build.container("loki")).containsEntry("version", "3.6.6");
    assertThat(literals(build, "loki")).containsExactly("3.6.6", "v3.6.6", "v3.6.5");
  }

  /** What stands in the files where the report says that the versions of a container stand. */
  private static List<String> literals(Build build, String container) {
    return build.container(container).getArray("declarations").stream()
        .map(JsonObject.class::cast)
        .map(declaration -> literal(build, declaration))
        .toList();
  }

  private static String literal(Build build, JsonObject declaration) {
    try {
      List<String> lines = Files.readAllLines(build.root().resolve(declaration.getString("file")));
      return lines
          .get(declaration.getInt("line") - 1)
          .substring(declaration.getInt("column") - 1, declaration.getInt("endColumn") - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String expected(String sample) throws IOException {
    return Files.readString(Installation.samples().resolve(sample + ".expected.txt")).strip();
  }
}
