package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.Excerpt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code junit.xml}, for what shows test results: the rule is a test suite and what it judges its
 * test cases, in the form of <a
 * href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">Surefire</a>.
 *
 * <p>All findings of a container are one failure, as most readers take no more than one of a test
 * case. What was not judged is skipped, so that nothing passes that was not looked at. No time is
 * told: the report is the same for the same tree.
 */
final class JUnitReport {
  private static final String INDENT = "    ";

  private final RunReport run;
  private final ReportContent content;
  private final Appendable out;

  private JUnitReport(RunReport run, Appendable out) {
    this.run = run;
    this.content = ReportContent.of(run.outcome());
    this.out = out;
  }

  static void write(RunReport run, Appendable out) throws IOException {
    new JUnitReport(run, out).write();
  }

  private void write() throws IOException {
    RunResult outcome = run.outcome();
    List<? extends SubjectResult> cases = outcome.judged();
    long failures = cases.stream().filter(it -> !it.findings().isEmpty()).count();
    long skipped = cases.stream().filter(it -> reason(it).isPresent()).count();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite")
        .append(attribute("name", content.element()))
        .append(attribute("time", "0"))
        .append(attribute("tests", String.valueOf(cases.size())))
        .append(attribute("errors", "0"))
        .append(attribute("skipped", String.valueOf(skipped)))
        .append(attribute("failures", String.valueOf(failures)))
        .append(">\n");
    for (SubjectResult subject : cases) {
      testCase(subject);
    }
    out.append("</testsuite>\n");
  }

  private void testCase(SubjectResult subject) throws IOException {
    out.append("  <testcase")
        .append(attribute("name", Excerpt.cut(subject.name(), Excerpt.NAME)))
        .append(attribute("classname", content.element()))
        .append(attribute("time", "0"));
    Optional<String> reason = reason(subject);
    if (!subject.findings().isEmpty()) {
      failure(subject);
    } else if (reason.isPresent()) {
      String shown = Excerpt.cut(reason.get(), Excerpt.MESSAGE);
      out.append(">\n    <skipped").append(attribute("message", shown)).append("/>\n");
      out.append("  </testcase>\n");
    } else {
      out.append("/>\n");
    }
  }

  /** Why a subject was not judged; one with a finding is a failure all the same. */
  private Optional<String> reason(SubjectResult subject) {
    return subject.findings().isEmpty() ? content.skipped(subject) : Optional.empty();
  }

  private void failure(SubjectResult subject) throws IOException {
    Finding first = subject.findings().get(0);
    int more = subject.findings().size() - 1;
    String rest = more == 0 ? "" : " (and " + Phrases.count(more, "more finding") + ")";
    out.append(attribute("file", FindingPlaces.of(run, subject).of(first.location()).file()))
        .append(">\n    <failure")
        .append(attribute("message", first.message() + rest))
        .append(attribute("type", first.rule()))
        .append('>');
    for (int index = 0; index <= more; index++) {
      out.append(index == 0 ? "" : "\n");
      finding(subject.findings().get(index));
    }
    out.append("</failure>\n  </testcase>\n");
  }

  private void finding(Finding finding) throws IOException {
    String where = Phrases.clickable(finding.location());
    out.append(XmlText.of(where + " [" + finding.rule() + "] " + finding.message()));
    for (RelatedLocation place : finding.related()) {
      out.append('\n').append(INDENT).append(XmlText.of(Phrases.place(place)));
    }
    if (!finding.help().isEmpty()) {
      out.append('\n').append(INDENT).append("help: ").append(XmlText.of(finding.help()));
    }
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + XmlText.attribute(value) + '"';
  }
}
