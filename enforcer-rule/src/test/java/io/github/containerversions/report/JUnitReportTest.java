package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.versions.model.VersionResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xml.sax.SAXException;

/** The report, read by what Maven reads its own test reports with. */
class JUnitReportTest {
  @Test
  void theExampleIsWrittenAsItStandsInItsFile() throws IOException {
    assertThat(Rendered.form(ReportForm.JUNIT, VersionResults.example()))
        .isEqualTo(Rendered.golden("example.junit.xml"));
  }

  @Test
  void eachContainerIsATestCaseAndOnlyWhatWasJudgedPasses() throws Exception {
    ReportTestSuite suite = read(VersionResults.example());

    assertThat(suite.getName()).isEqualTo("containerVersionSync");
    assertThat(suite.getNumberOfTests()).isEqualTo(5);
    assertThat(suite.getNumberOfFailures()).isEqualTo(1);
    assertThat(suite.getNumberOfSkipped()).isEqualTo(2);
    assertThat(suite.getNumberOfErrors()).isZero();
    assertThat(suite.getTestCases())
        .extracting(ReportTestCase::getName)
        .containsExactly("cv", "kubectl", "loki", "mealie", "ntfy");
    assertThat(suite.getTestCases())
        .filteredOn(ReportTestCase::isSuccessful)
        .extracting(ReportTestCase::getName)
        .containsExactly("loki", "mealie");
    assertThat(suite.getTestCases())
        .filteredOn(ReportTestCase::hasSkipped)
        .extracting(ReportTestCase::getFailureMessage)
        .containsExactly("not touched (scope: changed, base)", "exempt: a tool, no service");
  }

  @Test
  void aFailureIsTheTextOfTheFinding() throws Exception {
    ReportTestCase ntfy = read(VersionResults.example()).getTestCases().get(4);

    assertThat(ntfy.hasFailure()).isTrue();
    assertThat(ntfy.getFailureType()).isEqualTo("version-agreement");
    assertThat(ntfy.getFailureMessage())
        .isEqualTo("default.nix says 2.15.0, Dockerfile and service-versions.yaml say v2.17.0");
    assertThat(ntfy.getFailureDetail())
        .isEqualTo(
            """
            containers/ntfy/default.nix:7:14 [version-agreement] default.nix says 2.15.0, Dockerfile\
             and service-versions.yaml say v2.17.0
                containers/ntfy/Dockerfile:4:29 v2.17.0
                service-versions.yaml:38:23 "v2.17.0"
                help: set version = "2.17.0" in containers/ntfy/default.nix, or move the other two\
             to 2.15.0""");
  }

  @Test
  void severalFindingsAreOneFailureThatCountsThem() throws Exception {
    Finding first = VersionResults.noBuildFile("x");
    Finding second =
        new Finding(
            "inventory-version", "x", "no entry", "", VersionResults.span("y", 1, 2, 3), List.of());

    ReportTestSuite suite =
        read(VersionResults.of(VersionResults.ALL, VersionResults.failed("x", first, second)));

    assertThat(suite.getNumberOfFailures()).isEqualTo(1);
    assertThat(suite.getTestCases())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.getFailureMessage()).isEqualTo("no build file (and 1 more finding)");
              assertThat(it.getFailureDetail())
                  .contains("containers/x [build-file] no build file\n")
                  .endsWith("\ny:1:2 [inventory-version] no entry");
            });
  }

  @Test
  void aRunWithNothingToJudgeIsASuiteWithoutTests() throws Exception {
    ReportTestSuite suite = read(VersionResults.of(VersionResults.ALL));

    assertThat(suite.getNumberOfTests()).isZero();
    assertThat(suite.getTestCases()).isEmpty();
  }

  @ParameterizedTest(name = "in XML: {0}")
  @FieldSource("io.github.containerversions.report.HostileTextTest#TEXTS")
  void whateverAFileHoldsIsTextOfItsOwnTestCase(String text) throws Exception {
    Finding finding =
        new Finding(
            "build-file",
            text,
            text,
            text,
            VersionResults.span(text, 1, 2, 3),
            List.of(new RelatedLocation(VersionResults.span(text, 1, 2, 3), text)));

    ReportTestSuite suite =
        read(
            VersionResults.of(
                VersionResults.ALL,
                VersionResults.failed(text, finding),
                VersionResults.exempt(text)));

    String shown = Printable.of(text);
    assertThat(suite.getTestCases()).extracting(ReportTestCase::getName).containsOnly(shown);
    assertThat(suite.getNumberOfTests()).isEqualTo(2);
    assertThat(suite.getTestCases().get(0).getFailureMessage()).isEqualTo(shown);
    assertThat(suite.getTestCases().get(0).getFailureDetail().lines())
        .containsExactly(
            shown + ":1:2 [build-file] " + shown,
            "    " + shown + ":1:2 " + shown,
            "    help: " + shown);
  }

  private static ReportTestSuite read(VersionResult outcome)
      throws IOException, SAXException, ParserConfigurationException {
    byte[] report = Rendered.form(ReportForm.JUNIT, outcome).getBytes(StandardCharsets.UTF_8);
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(new InputStreamReader(new ByteArrayInputStream(report), StandardCharsets.UTF_8));
    assertThat(suites).hasSize(1);
    return suites.get(0);
  }
}
