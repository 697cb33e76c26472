package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import java.util.List;

/** Findings in {@code report.json}, the same for every rule. */
final class JsonFindings {

  private JsonFindings() {}

  /** Writes {@code findings} into the object that is open. */
  static void write(List<Finding> findings, JsonAppendableWriter json) {
    json.array("findings");
    findings.forEach(it -> finding(it, json));
    json.end();
  }

  private static void finding(Finding finding, JsonAppendableWriter json) {
    json.object()
        .value("rule", finding.rule())
        .value("message", finding.message())
        .value("help", finding.help());
    point(finding.location(), json);
    json.array("related");
    for (RelatedLocation place : finding.related()) {
      json.object();
      point(place.location(), json);
      json.end();
    }
    json.end().end();
  }

  /** Writes the file, and line and column where there are any. */
  static void point(Location location, JsonAppendableWriter json) {
    json.value("file", location.file());
    if (location instanceof SourceSpan span) {
      json.value("line", span.line()).value("column", span.column());
    }
  }
}
