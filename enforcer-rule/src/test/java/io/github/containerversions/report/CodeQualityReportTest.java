package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What GitLab asks of a Code Quality report (docs.gitlab.com/ci/testing/code_quality). */
class CodeQualityReportTest {
  private static final Set<String> SEVERITIES =
      Set.of("info", "minor", "major", "critical", "blocker");

  @Test
  void theExampleIsWrittenAsItStandsInItsFile() throws IOException {
    assertThat(Rendered.form(ReportForm.CODE_QUALITY, VersionResults.example()))
        .isEqualTo(Rendered.golden("example.codequality.json"));
  }

  @Test
  void aRunWithoutFindingsIsAnEmptyList() throws JsonParserException {
    assertThat(read(VersionResults.of(VersionResults.ALL, VersionResults.ok("loki")))).isEmpty();
  }

  @Test
  void aFolderIsShownWhereTheInventoryNamesItsContainer() throws JsonParserException {
    ContainerResult named =
        new ContainerResult(
            VersionResults.ok("x").container(),
            ContainerResult.Status.FAILED,
            VersionResults.readings(
                VersionResults.declared(Sites.DOCKERFILE, "1", "containers/x/Dockerfile"),
                VersionResults.stated(
                    Sites.INVENTORY,
                    "1",
                    "1",
                    VersionResults.span("service-versions.yaml", 7, 3, 4))),
            List.of(VersionResults.noBuildFile("x")),
            List.of());

    JsonArray issues =
        read(
            VersionResults.of(
                VersionResults.ALL,
                named,
                VersionResults.failed("y", VersionResults.noBuildFile("y"))));

    assertThat(place(issues, 0)).isEqualTo("service-versions.yaml:7");
    assertThat(place(issues, 1)).isEqualTo("service-versions.yaml:1");
    assertThat(issues.getObject(1).getString("description"))
        .isEqualTo("y: no build file (containers/y)");
  }

  @Test
  void findingsOfOneRuleInOneFileHaveFingerprintsOfTheirOwnThatStay() throws JsonParserException {
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL,
            VersionResults.failed("x", finding("a", 1), finding("b", 2)),
            VersionResults.failed("y", finding("a", 1)));

    List<String> fingerprints = fingerprints(outcome);

    assertThat(fingerprints).hasSize(3).doesNotHaveDuplicates();
    assertThat(fingerprints(outcome)).isEqualTo(fingerprints);
  }

  @Test
  void warningsWeighLess() throws JsonParserException, IOException {
    RunReport errors = Rendered.run(VersionResults.example());
    StringBuilder out = new StringBuilder();
    ReportForm.CODE_QUALITY.write(
        new RunReport(
            errors.outcome(), errors.rules(), errors.notices(), Severity.WARNING, errors.sources()),
        out);

    assertThat(JsonParser.array().from(out.toString()).getObject(0).getString("severity"))
        .isEqualTo("minor");
  }

  @ParameterizedTest(name = "in Code Quality: {0}")
  @FieldSource("io.github.containerversions.report.HostileTextTest#TEXTS")
  void everyIssueHasWhatGitLabAsksFor(String text) throws JsonParserException {
    Finding finding =
        new Finding("build-file", text, text, text, VersionResults.span(text, 3, 5, 9), List.of());

    JsonArray issues =
        read(VersionResults.of(VersionResults.ALL, VersionResults.failed(text, finding)));

    JsonObject issue = issues.getObject(0);
    String shown = Printable.of(text);
    assertThat(issues).hasSize(1);
    assertThat(issue.getString("description")).isEqualTo(shown + ": " + shown);
    assertThat(issue.getString("check_name")).isEqualTo("build-file");
    assertThat(issue.getString("fingerprint")).matches("[0-9a-f]{32}");
    assertThat(SEVERITIES).contains(issue.getString("severity"));
    assertThat(place(issues, 0)).isEqualTo(text + ":3");
  }

  private static Finding finding(String message, int line) {
    return new Finding(
        "version-agreement", "x", message, "", VersionResults.span("f", line, 1, 2), List.of());
  }

  private static List<String> fingerprints(VersionResult outcome) throws JsonParserException {
    return read(outcome).stream().map(it -> ((JsonObject) it).getString("fingerprint")).toList();
  }

  private static String place(JsonArray issues, int index) {
    JsonObject location = issues.getObject(index).getObject("location");
    return location.getString("path") + ":" + location.getObject("lines").getInt("begin");
  }

  private static JsonArray read(VersionResult outcome) throws JsonParserException {
    return JsonParser.array().from(Rendered.form(ReportForm.CODE_QUALITY, outcome));
  }
}
