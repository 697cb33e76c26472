package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import io.github.containerversions.pushes.workflow.WorkflowResult.PushSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of a run of {@code <registryPushAuth>} (docs/registry-push-auth.md). */
class PushTextTest {
  private static final SourceSpan PLACE = new SourceSpan("build.yaml", 20, 11, 20, 17);

  private static WorkflowResult workflow(String name, String... accesses) {
    return new WorkflowResult(
        name,
        name,
        false,
        Arrays.stream(accesses).map(PushTextTest::push).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static PushSummary push(String access) {
    return new PushSummary("publish", "docker push", List.of("h.io/a:1"), access, List.of(), PLACE);
  }

  private static WorkflowResult exempt(String name) {
    return new WorkflowResult(
        name,
        name,
        true,
        List.of(),
        List.of(),
        List.of(new Exemption(name, "throw-away registry", Exemption.EVERY_RULE, LocalDate.MAX)),
        List.of());
  }

  private static WorkflowResult failed(String name, int findings) {
    Finding finding =
        new Finding("push-unauthenticated", name, "no login", "log in", PLACE, List.of());
    return new WorkflowResult(
        name,
        name,
        false,
        List.of(push("none")),
        Collections.nCopies(findings, finding),
        List.of(),
        List.of());
  }

  private static PushResult run(WorkflowResult... workflows) {
    return new PushResult(List.of(workflows), List.of(), List.of());
  }

  @Test
  void aRunThatPassesSaysHowMuchIsAuthenticated() {
    assertThat(RunText.passed(run(workflow("a", "own", "login"), workflow("b"))))
        .isEqualTo("Registry pushes are authenticated: 2 pushes in 2 workflows");
    assertThat(RunText.passed(run(workflow("a", "own"))))
        .isEqualTo("Registry pushes are authenticated: 1 push in 1 workflow");
    assertThat(RunText.passed(run(exempt("a"), workflow("b", "own"))))
        .isEqualTo("Registry pushes are authenticated: 1 push in 2 workflows, 1 exempt");
  }

  /** What cannot be judged is not called authenticated. */
  @Test
  void aPushThatIsNotDecidedIsCountedApart() {
    assertThat(RunText.passed(run(workflow("a", "own", "unknown", "unknown"), exempt("b"))))
        .isEqualTo(
            "Registry pushes authenticated: 1 push in 2 workflows; 2 could not be judged, 1"
                + " exempt");
  }

  @Test
  void aStepThatMayPushIsCountedAndAnyOtherNoteIsNot() {
    List<Note> notes =
        List.of(
            new Note(PLACE, "make publish may push and is not followed", true),
            new Note(PLACE, "whether the tag $TAG repeats is not known"));

    assertThat(RunText.passed(new PushResult(List.of(workflow("a", "own")), List.of(), notes)))
        .isEqualTo("Registry pushes authenticated: 1 push in 1 workflow; 1 could not be judged");
  }

  @Test
  void aFailureCountsWorkflowsAndFindings() {
    assertThat(FailureText.render(run(failed("a", 2), workflow("b", "own"))).lines().findFirst())
        .contains("Registry pushes would be refused or are unsafe: 1 of 2 workflows, 2 findings");
  }

  @Test
  void theLogNamesWhatIsNotFollowedWithItsPlace() {
    PushResult result =
        new PushResult(
            List.of(workflow("a", "own", "login"), exempt("b")),
            List.of(),
            List.of(
                new Note(PLACE, "what eval runs is not followed"),
                new Note(new FileLocation("c.yaml"), "::error::forged")));

    assertThat(RunText.looked(result))
        .containsExactly(
            "Checking 2 pushes in 2 workflows",
            "build.yaml:20:11 what eval runs is not followed",
            "c.yaml ::error::forged",
            "Exempt: b (throw-away registry)");
  }

  @Test
  void aVeryLongNoteIsCut() {
    PushResult result =
        new PushResult(List.of(), List.of(), List.of(new Note(PLACE, "x".repeat(9000))));

    assertThat(RunText.looked(result))
        .last()
        .asString()
        .hasSizeLessThan(1300)
        .endsWith(" characters left out)");
  }

  @Test
  void aWarningIsOneLineThatSaysWhatToDo() {
    assertThat(
            RunText.warnings(
                new PushResult(
                    List.of(),
                    List.of(
                        new Warning("stale-configuration", "exemptions names x", "remove it"),
                        new Warning("stale-configuration", "a\nb", "c")),
                    List.of())))
        .containsExactly(
            "[stale-configuration] exemptions names x: remove it",
            "[stale-configuration] a\\nb: c");
  }

  /** docs/reports.md: at most 50 rows. */
  @ParameterizedTest(name = "of {0} pushes {1} have a row")
  @CsvSource(
      delimiter = '|',
      value = {
        "1  | 1  | ''",
        "50 | 50 | ''",
        "51 | 50 | ... 1 row not shown",
        "70 | 50 | ... 20 rows not shown"
      })
  void aSummaryShowsFiftyPushesAndCountsTheOthers(int pushes, int rows, String rest) {
    String[] accesses = Collections.nCopies(pushes, "own").toArray(String[]::new);
    List<String> lines =
        written(ReportForm.MARKDOWN, run(workflow("a", accesses))).lines().toList();

    assertThat(lines)
        .filteredOn(it -> it.equals("| `a` | `publish` | `docker push` | own |"))
        .hasSize(rows);
    assertThat(lines)
        .filteredOn(it -> it.startsWith("... "))
        .isEqualTo(rest.isEmpty() ? List.of() : List.of(rest));
  }

  @Test
  void aSummaryHasNoTableWhereNothingPushes() {
    assertThat(written(ReportForm.MARKDOWN, run(workflow("a"))))
        .isEqualTo("## Registry pushes are authenticated: 0 pushes in 1 workflow\n");
  }

  @Test
  void aReportForProgramsCountsWhatFailed() throws JsonParserException {
    JsonObject report =
        JsonParser.object()
            .from(written(ReportForm.JSON, run(failed("a", 2), workflow("b", "own"), exempt("c"))));

    assertThat(report.getObject("summary"))
        .containsEntry("workflows", 3)
        .containsEntry("pushes", 2)
        .containsEntry("failed", 1)
        .containsEntry("findings", 2);
    assertThat(
            report.getArray("workflows").stream().map(it -> ((JsonObject) it).getString("status")))
        .containsExactly("failed", "ok", "exempt");
  }

  @Test
  void anExemptWorkflowIsSkippedAsATestWithItsReason() {
    assertThat(written(ReportForm.JUNIT, run(exempt("a"))))
        .contains("<testsuite name=\"registryPushAuth\"", "tests=\"1\"", "skipped=\"1\"")
        .contains("<skipped message=\"exempt: throw-away registry\"/>");
  }

  @Test
  void moreAnnotationsThanAreShownAreCountedUnderTheTitleOfTheRule() {
    PushResult many =
        run(
            Stream.iterate(0, i -> i < 12, i -> i + 1)
                .map(i -> failed("w" + i, 1))
                .toArray(WorkflowResult[]::new));

    // One finding of twelve workflows is shown once, so each is to have a message of its own.
    assertThat(Annotations.render(report(many)))
        .singleElement()
        .asString()
        .contains("w0, w1, w2, w3, w4 and 7 more: no login");
    Warning warning = new Warning("stale-configuration", "a", "b");
    assertThat(
            Annotations.render(
                report(new PushResult(List.of(), Collections.nCopies(12, warning), List.of()))))
        .hasSize(11)
        .last()
        .isEqualTo("::notice title=registry pushes::and 2 more, all of them in the log");
  }

  private static RunReport report(PushResult result) {
    return new RunReport(result, List.of(), List.of(), Severity.ERROR, Unread.SOURCES);
  }

  private static String written(ReportForm form, PushResult result) {
    StringBuilder out = new StringBuilder();
    try {
      form.write(report(result), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
