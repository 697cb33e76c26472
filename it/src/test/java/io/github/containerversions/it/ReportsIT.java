package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The files that a run leaves for other programs. */
class ReportsIT {

  @Test
  void theReportIsTheSameByteForByte() throws IOException {
    Repository repository =
        Repository.copyOf("minimal")
            .replace("containers/ntfy/default.nix", "2.17.0", "2.15.0")
            .inGit();

    String first =
        repository
            .validate("-DcontainerVersions.allFiles", "-DcontainerVersions.reports=json")
            .reportText();

    String expected =
        Files.readString(Installation.samples().resolve("nix-lags-behind.report.json"));
    assertThat(first).isEqualTo(expected.replace("@version@", Installation.version()));
    String second =
        repository
            .validate("-DcontainerVersions.allFiles", "-DcontainerVersions.reports=json")
            .reportText();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void everyReportThatIsAskedForIsWritten() {
    Repository repository =
        Repository.copyOf("minimal")
            .configure("<reportDirectory>target/reports</reportDirectory>")
            .inGit();

    Build build =
        repository.validate("-DcontainerVersions.reports=json,sarif,markdown,junit,codequality");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(repository.path("target/reports").toFile().list())
        .containsExactlyInAnyOrder(
            "report.json", "report.sarif", "summary.md", "junit.xml", "codequality.json");
    // A run without findings still says so: a file without results is refused where it is uploaded.
    assertThat(repository.read("target/reports/report.sarif").replace(" ", ""))
        .contains("\"results\":[]");
  }

  @Test
  void everyIssueOfCodeQualityIsInAFileThatIsThere() throws JsonParserException {
    Repository repository = Repository.copyOf("drifted").inGit();

    Build build = repository.validate("-DcontainerVersions.reports=json,codequality");

    JsonArray issues =
        JsonParser.array().from(repository.read("target/container-versions/codequality.json"));
    assertThat(issues).hasSize(build.report().getObject("summary").getInt("findings"));
    assertThat(issues.stream().map(it -> ((JsonObject) it).getString("fingerprint")))
        .doesNotHaveDuplicates();
    assertThat(issues)
        .allSatisfy(
            it -> {
              JsonObject location = ((JsonObject) it).getObject("location");
              assertThat(repository.path(location.getString("path"))).isRegularFile();
              assertThat(location.getObject("lines").getInt("begin")).isPositive();
              assertThat(((JsonObject) it).getString("check_name")).contains("-");
            });
  }

  @Test
  void everyResultForCodeScanningIsInAFileThatIsThere() throws JsonParserException {
    Repository repository = Repository.copyOf("drifted").inGit();

    repository.validate("-DcontainerVersions.reports=sarif");

    JsonObject run =
        JsonParser.object()
            .from(repository.read("target/container-versions/report.sarif"))
            .getArray("runs")
            .getObject(0);
    assertThat(run.getArray("results"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              JsonObject place =
                  ((JsonObject) it)
                      .getArray("locations")
                      .getObject(0)
                      .getObject("physicalLocation");
              assertThat(repository.path(place.getObject("artifactLocation").getString("uri")))
                  .isRegularFile();
              assertThat(place.getObject("region"))
                  .containsKeys("startLine", "startColumn", "endLine", "endColumn");
              assertThat(((JsonObject) it).getObject("partialFingerprints"))
                  .containsKey("primaryLocationLineHash");
            });
    JsonObject driver = run.getObject("tool").getObject("driver");
    assertThat(driver.getString("version")).isEqualTo(Installation.version());
  }

  @Test
  void withoutReportsNothingIsWritten() {
    Repository repository = Repository.copyOf("minimal").inGit();

    assertThat(repository.validate().exitCode()).isZero();

    assertThat(repository.buildOutput()).isEmpty();
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }
}
