package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.report.AnnotationMode;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import io.github.containerversions.report.Unread;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportOutputsTest {
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final List<String> warnings = new ArrayList<>();
  @TempDir private Path folder;
  private Path reports;
  private Path summary;

  @BeforeEach
  void places() {
    reports = folder.resolve("target/container-versions");
    summary = folder.resolve("step-summary");
  }

  @Test
  void everyFormIsAFileOfItsOwn() {
    assertThat(deliver(List.of(ReportForm.values()), AnnotationMode.OFF, Map.of())).isEmpty();

    assertThat(reports).isDirectoryContaining("glob:**/report.json");
    assertThat(reports).isDirectoryContaining("glob:**/report.sarif");
    assertThat(reports).isDirectoryContaining("glob:**/summary.md");
    assertThat(reports).isDirectoryContaining("glob:**/junit.xml");
    assertThat(reports).isDirectoryContaining("glob:**/codequality.json");
    assertThat(reports).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    for (ReportForm form : ReportForm.values()) {
      deliver(List.of(form), AnnotationMode.OFF, Map.of());
      byte[] first = Files.readAllBytes(reports.resolve(form.fileName()));
      deliver(List.of(form), AnnotationMode.OFF, Map.of());

      assertThat(reports.resolve(form.fileName())).hasBinaryContent(first);
    }
  }

  @Test
  void aFormThatCannotBeWrittenIsNamedAndTheOthersAreWritten() throws IOException {
    Files.createDirectories(reports.resolve("report.json/in-the-way"));

    assertThat(deliver(List.of(ReportForm.JSON, ReportForm.MARKDOWN), AnnotationMode.OFF, Map.of()))
        .singleElement()
        .asString()
        .startsWith("The report cannot be written: " + reports.resolve("report.json") + " (");
    assertThat(reports.resolve("summary.md")).isNotEmptyFile();
  }

  @Test
  void workflowCommandsStartTheirLineAndAreUtf8() {
    deliver(List.of(), AnnotationMode.ON, Map.of());

    assertThat(console.toString(StandardCharsets.UTF_8))
        .isEqualTo("::error file=containers/ntfy,title=build-file::ntfy: no bu\u00EFld file\n");
  }

  @Test
  void nothingIsPrintedWhereNobodyShowsIt() {
    deliver(
        List.of(), AnnotationMode.AUTO, Map.of("GITHUB_ACTIONS", "true", "FORGEJO_ACTIONS", ""));
    deliver(List.of(), AnnotationMode.OFF, Map.of("GITHUB_ACTIONS", "true"));

    assertThat(console.size()).isZero();
  }

  @Test
  void theSummaryOfAStepIsAppendedTo() throws IOException {
    Files.writeString(summary, "before");
    deliver(List.of(), AnnotationMode.AUTO, Map.of("GITHUB_STEP_SUMMARY", summary.toString()));

    assertThat(Files.readString(summary))
        .startsWith("before\n## Container versions disagree: 1 of 1 container, 1 finding");
    assertThat(warnings).isEmpty();
  }

  @Test
  void annotationsOffLeavesTheSummaryOfAStepAlone() {
    deliver(List.of(), AnnotationMode.OFF, Map.of("GITHUB_STEP_SUMMARY", summary.toString()));

    assertThat(summary).doesNotExist();
  }

  @Test
  void aSummaryOfAStepThatCannotBeWrittenStopsNothing() throws IOException {
    Files.createDirectories(summary);

    assertThat(
            deliver(
                List.of(), AnnotationMode.AUTO, Map.of("GITHUB_STEP_SUMMARY", summary.toString())))
        .isEmpty();
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("GITHUB_STEP_SUMMARY cannot be written: " + summary + " (");
  }

  private List<String> deliver(
      List<ReportForm> forms, AnnotationMode annotations, Map<String, String> environment) {
    return new ReportOutputs(forms, reports, annotations, environment, console)
        .deliver(report(), warnings::add);
  }

  private static RunReport report() {
    Finding finding =
        new Finding(
            "build-file",
            "ntfy",
            "no bu\u00EFld file",
            "",
            new FileLocation("containers/ntfy"),
            List.of());
    ContainerResult failed =
        new ContainerResult(
            new Container("ntfy", "containers/ntfy", "ntfy", List.of()),
            Status.FAILED,
            List.of(),
            List.of(finding),
            List.of());
    Scope scope =
        new Scope(
            Scope.Mode.ALL,
            Scope.Reason.REQUESTED,
            new Base.None(),
            "",
            new Scope.Changes.Everything());
    return new RunReport(
        new VersionResult(scope, Sites.ALL, List.of(failed), List.of()),
        ContainerVersionSync.rules(),
        ContainerVersionSync.notices(),
        Severity.ERROR,
        Unread.SOURCES);
  }
}
