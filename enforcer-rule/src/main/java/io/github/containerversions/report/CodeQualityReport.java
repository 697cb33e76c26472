package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import com.grack.nanojson.JsonWriter;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.SourceSpan;
import java.io.IOException;

/**
 * {@code codequality.json}, which GitLab shows in a merge request: the part of Code Climate's
 * format that <a href="https://docs.gitlab.com/ci/testing/code_quality/">GitLab reads</a>. Findings
 * that an exemption excuses are not there, as the format has no word for them.
 */
final class CodeQualityReport {

  private CodeQualityReport() {}

  static void write(RunReport run, Appendable out) throws IOException {
    JsonAppendableWriter json = JsonWriter.indent("  ").on(out);
    Fingerprints fingerprints = new Fingerprints();
    json.array();
    for (SubjectResult subject : run.outcome().judged()) {
      FindingPlaces places = FindingPlaces.of(run, subject);
      for (Finding finding : subject.findings()) {
        issue(finding, places.of(finding.location()), severity(run), fingerprints, json);
      }
    }
    json.end();
    json.done();
    out.append('\n');
  }

  private static void issue(
      Finding finding,
      SourceSpan place,
      String severity,
      Fingerprints fingerprints,
      JsonAppendableWriter json) {
    json.object()
        .value("description", Printable.of(Phrases.sentence(finding)))
        .value("check_name", finding.rule())
        .value("fingerprint", fingerprints.next(finding))
        .value("severity", severity)
        .object("location")
        .value("path", place.file())
        .object("lines")
        .value("begin", place.line())
        .value("end", place.endLine())
        .end()
        .end()
        .end();
  }

  private static String severity(RunReport run) {
    return switch (run.severity()) {
      case ERROR -> "major";
      case WARNING -> "minor";
    };
  }
}
