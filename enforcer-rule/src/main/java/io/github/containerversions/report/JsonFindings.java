package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;

/** Findings in {@code report.json}, the same for every rule. */
final class JsonFindings {

  private JsonFindings() {}

  /** Writes {@code findings} and {@code exemptions} into the object that is open. */
  static void write(SubjectResult subject, JsonAppendableWriter json) {
    json.array("findings");
    subject.findings().forEach(it -> finding(it, json));
    json.end().array("exemptions");
    subject.excuses().forEach(it -> exemption(it, json));
    json.end();
  }

  /** An exemption that was applied: from one rule, or from all, which is null. */
  private static void exemption(Exemption exemption, JsonAppendableWriter json) {
    json.object()
        .value("rule", exemption.coversEveryRule() ? null : exemption.rule())
        .value("reason", exemption.reason())
        .value("until", exemption.ends() ? exemption.until().toString() : null)
        .end();
  }

  private static void finding(Finding finding, JsonAppendableWriter json) {
    json.object()
        .value("rule", finding.rule())
        .value("message", finding.message())
        .value("help", finding.help());
    place(finding.location(), json);
    json.array("related");
    for (RelatedLocation place : finding.related()) {
      json.object();
      place(place.location(), json);
      json.end();
    }
    json.end().end();
  }

  /**
   * Writes the file, and where there are any, line and column of the first character and the column
   * just after the last.
   */
  static void place(Location location, JsonAppendableWriter json) {
    json.value("file", location.file());
    if (location instanceof SourceSpan span) {
      json.value("line", span.line()).value("column", span.column());
      if (span.endLine() != span.line()) {
        json.value("endLine", span.endLine());
      }
      json.value("endColumn", span.endColumn());
    }
  }
}
