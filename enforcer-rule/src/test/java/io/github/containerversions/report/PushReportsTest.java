package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.networknt.schema.InputFormat;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.SuppressedFinding;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.rules.PushRules;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import io.github.containerversions.pushes.workflow.WorkflowResult.PushSummary;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a run of the rule about pushes; each has an example that somebody has read. */
class PushReportsTest {
  private static final String HOSTILE =
      "\u001B[31m a|b `c` {0} [x](http://y) <b> ::error:: ##[error] \n\r\u0000\u202E\uD800\\";

  @ParameterizedTest
  @CsvSource({
    "JSON,pushes.json",
    "SARIF,pushes.sarif",
    "MARKDOWN,pushes.md",
    "JUNIT,pushes.junit.xml",
    "CODE_QUALITY,pushes.codequality.json"
  })
  void theExampleIsWrittenAsItStandsInItsFile(ReportForm form, String file) throws IOException {
    assertThat(written(form, example())).isEqualTo(Rendered.golden(file));
  }

  @Test
  void everyReportIsValid() throws JsonParserException {
    List<PushResult> outcomes =
        List.of(
            example(),
            new PushResult(List.of(), List.of(), List.of()),
            outcome(hostile()),
            new PushResult(
                List.of(),
                List.of(new Warning("stale-configuration", HOSTILE, HOSTILE)),
                List.of()));

    for (PushResult outcome : outcomes) {
      assertThat(
              SarifReportTest.SCHEMA.validate(written(ReportForm.SARIF, outcome), InputFormat.JSON))
          .isEmpty();
      JsonObject json = JsonParser.object().from(written(ReportForm.JSON, outcome));
      assertThat(json.getObject("summary").getInt("workflows"))
          .isEqualTo(outcome.workflows().size());
    }
  }

  @Test
  void noHashOfALineIsShownThatMayHoldACredential() throws IOException {
    StringBuilder out = new StringBuilder();
    ReportForm.SARIF.write(
        new RunReport(
            example(),
            PushRules.allRules(),
            PushRules.notices(),
            Severity.ERROR,
            new ReportSources(
                MemoryFiles.of(Map.of("defaults/main.yml", "a\nb\nregistry_key: hunter2\n")),
                "pom.xml")),
        out);

    assertThat(out.toString()).contains("containerVersions/v1").doesNotContain("LineHash");
  }

  @Test
  void theTwoRulesAreCategoriesOfTheirOwnForCodeScanning() throws JsonParserException {
    assertThat(category(written(ReportForm.SARIF, example()))).isEqualTo("registryPushAuth/");
    assertThat(category(Rendered.form(ReportForm.SARIF, VersionResults.example())))
        .isEqualTo("containerVersionSync/");
  }

  private static String category(String sarif) throws JsonParserException {
    return JsonParser.object()
        .from(sarif)
        .getArray("runs")
        .getObject(0)
        .getObject("automationDetails")
        .getString("id");
  }

  @Test
  void theConsoleNamesWhatIsExemptAndWhy() {
    assertThat(RunText.looked(example()))
        .last()
        .isEqualTo("Exempt: pages.yaml (throw-away registry)");
  }

  private static PushResult example() {
    Finding literal =
        new Finding(
            "credential-literal",
            "images.yaml",
            "job publish: the credential of docker login is text in the workflow: ***",
            "revoke it",
            new SourceSpan(".forgejo/workflows/images.yaml", 20, 44, 20, 51),
            List.of());
    return new PushResult(
        List.of(
            workflow(
                "images.yaml",
                List.of(
                    push("skopeo copy", "own", List.of("REGISTRY_KEY"), 12),
                    push("docker push", "login", List.of(), 22)),
                List.of(
                    new Finding(
                        "secret-without-source",
                        "images.yaml",
                        "the secret REGISTRY_KEY takes its value from registry_key, which is set"
                            + " nowhere in site.yml",
                        "set registry_key there, from the store that holds the value",
                        new SourceSpan("defaults/main.yml", 3, 16, 3, 28),
                        List.of(new RelatedLocation(new FileLocation("site.yml"), "")))),
                List.of(
                    new SuppressedFinding(
                        literal, List.of(exemption("images.yaml", "credential-literal"))))),
            new WorkflowResult(
                "pages.yaml",
                ".forgejo/workflows/pages.yaml",
                true,
                List.of(),
                List.of(),
                List.of(exemption("pages.yaml", Exemption.EVERY_RULE)),
                List.of())),
        List.of(
            new Warning(
                "stale-configuration",
                "exemptions names old.yaml, which is no workflow",
                "remove it")),
        List.of(
            new Note(
                new SourceSpan(".forgejo/workflows/images.yaml", 30, 11, 30, 15),
                "what eval runs is not followed")));
  }

  private static WorkflowResult workflow(
      String name,
      List<PushSummary> pushes,
      List<Finding> findings,
      List<SuppressedFinding> excused) {
    return new WorkflowResult(
        name, ".forgejo/workflows/" + name, false, pushes, findings, List.of(), excused);
  }

  private static PushSummary push(String tool, String access, List<String> secrets, int line) {
    return new PushSummary(
        "publish",
        tool,
        List.of("registry.home.arpa/web:v1-$GITHUB_SHA"),
        access,
        secrets,
        new SourceSpan(".forgejo/workflows/images.yaml", line, 11, line, 17));
  }

  private static Exemption exemption(String workflow, String rule) {
    return new Exemption(workflow, "throw-away registry", rule, LocalDate.of(2027, 1, 31));
  }

  private static WorkflowResult hostile() {
    Finding finding =
        new Finding(
            "push-unauthenticated",
            HOSTILE,
            HOSTILE,
            HOSTILE,
            new SourceSpan(HOSTILE, 1, 1, 2, 1),
            List.of(new RelatedLocation(new FileLocation(HOSTILE), HOSTILE)));
    return new WorkflowResult(
        HOSTILE,
        HOSTILE,
        false,
        List.of(
            new PushSummary(
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                "none",
                List.of(HOSTILE),
                new FileLocation(HOSTILE))),
        List.of(finding),
        List.of(),
        List.of(
            new SuppressedFinding(finding, List.of(exemption(HOSTILE, "push-unauthenticated")))));
  }

  private static PushResult outcome(WorkflowResult result) {
    return new PushResult(
        List.of(result), List.of(), List.of(new Note(new FileLocation(HOSTILE), HOSTILE)));
  }

  private static String written(ReportForm form, PushResult outcome) {
    StringBuilder out = new StringBuilder();
    try {
      form.write(
          new RunReport(
              outcome, PushRules.allRules(), PushRules.notices(), Severity.ERROR, Unread.SOURCES),
          out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }
}
