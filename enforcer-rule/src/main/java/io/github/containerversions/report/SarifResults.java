package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import java.util.List;

/** The results of a SARIF run (3.27), one for each finding of each subject. */
final class SarifResults {

  /** What stands for the repository root; the symbol that code scanning knows. */
  static final String ROOT = "%SRCROOT%";

  private final JsonAppendableWriter json;
  private final Severity severity;
  private final Fingerprints fingerprints = new Fingerprints();

  SarifResults(JsonAppendableWriter json, Severity severity) {
    this.json = json;
    this.severity = severity;
  }

  /** Writes a finding, suppressed where exemptions excuse it. */
  void write(Finding finding, int ruleIndex, List<Exemption> exemptions) {
    json.object()
        .value("ruleId", finding.rule())
        .value("ruleIndex", ruleIndex)
        .value("level", severity.id());
    message(text(finding));
    json.array("locations").object();
    physical(finding.location());
    json.array("logicalLocations").object().value("name", finding.subject()).end().end();
    json.end().end();
    related(finding.related());
    json.object("partialFingerprints").value(Fingerprints.KEY, fingerprints.next(finding)).end();
    suppressions(exemptions);
    json.end();
  }

  private static String text(Finding finding) {
    String subject = Excerpt.cut(finding.subject(), Excerpt.NAME);
    String said = SarifText.of(subject) + ": " + SarifText.of(finding.message());
    return finding.help().isEmpty() ? said : said + "\nhelp: " + SarifText.of(finding.help());
  }

  private void related(List<RelatedLocation> places) {
    if (places.isEmpty()) {
      return;
    }
    json.array("relatedLocations");
    for (int index = 0; index < places.size(); index++) {
      RelatedLocation place = places.get(index);
      json.object().value("id", index + 1);
      physical(place.location());
      if (!place.text().isEmpty()) {
        message(SarifText.of(place.text()));
      }
      json.end();
    }
    json.end();
  }

  /** Always present, empty or not: then its absence cannot mean "not known" (3.27.23). */
  private void suppressions(List<Exemption> exemptions) {
    json.array("suppressions");
    for (Exemption exemption : exemptions) {
      json.object()
          .value("kind", "external")
          .value("status", "accepted")
          .value("justification", Printable.of(exemption.reason()))
          .end();
    }
    json.end();
  }

  private void physical(Location location) {
    json.object("physicalLocation")
        .object("artifactLocation")
        .value("uri", RelativeUri.of(location.file()))
        .value("uriBaseId", ROOT)
        .end();
    if (location instanceof SourceSpan span) {
      json.object("region").value("startLine", span.line()).value("startColumn", span.column());
      if (span.endLine() != span.line()) {
        json.value("endLine", span.endLine());
      }
      json.value("endColumn", span.endColumn()).end();
    }
    json.end();
  }

  private void message(String text) {
    json.object("message").value("text", text).end();
  }
}
