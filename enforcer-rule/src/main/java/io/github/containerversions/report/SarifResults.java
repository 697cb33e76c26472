package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.text.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * The results of a SARIF run (3.27), one for each finding of each subject. Every location has a
 * file and a whole region, as code scanning shows nothing else.
 */
final class SarifResults {

  /** What stands for the repository root; the symbol that code scanning knows. */
  static final String ROOT = "%SRCROOT%";

  private final JsonAppendableWriter json;
  private final Severity severity;
  private final boolean hashesLines;
  private final LineHashes hashes;
  private final Fingerprints fingerprints = new Fingerprints();

  SarifResults(JsonAppendableWriter json, RunReport run) {
    this.json = json;
    this.severity = run.severity();
    this.hashesLines = ReportContent.of(run.outcome()).hashesLines();
    this.hashes = new LineHashes(run.sources());
  }

  /** Writes a finding, suppressed where exemptions excuse it. */
  void write(Finding finding, FindingPlaces places, int ruleIndex, List<Exemption> exemptions) {
    SourceSpan place = places.of(finding.location());
    json.object()
        .value("ruleId", finding.rule())
        .value("ruleIndex", ruleIndex)
        .value("level", severity.id());
    message(text(finding));
    json.array("locations").object();
    physical(place);
    json.array("logicalLocations").object().value("name", finding.subject()).end().end();
    json.end().end();
    related(finding.related(), places);
    fingerprints(finding, place);
    suppressions(exemptions);
    json.end();
  }

  private static String text(Finding finding) {
    boolean links = !finding.related().isEmpty();
    StringBuilder text = new StringBuilder(plain(Phrases.sentence(finding), links));
    if (links) {
      text.append("\nsee ");
      for (int index = 0; index < finding.related().size(); index++) {
        String where = Phrases.clickable(finding.related().get(index).location());
        text.append(index == 0 ? "" : ", ").append(SarifText.link(where, index + 1));
      }
    }
    if (!finding.help().isEmpty()) {
      text.append("\nhelp: ").append(plain(finding.help(), links));
    }
    return text.toString();
  }

  private static String plain(String text, boolean besideLinks) {
    return besideLinks ? SarifText.besideLinks(text) : SarifText.of(text);
  }

  private void related(List<RelatedLocation> related, FindingPlaces places) {
    if (related.isEmpty()) {
      return;
    }
    json.array("relatedLocations");
    for (int index = 0; index < related.size(); index++) {
      RelatedLocation each = related.get(index);
      json.object().value("id", index + 1);
      physical(places.of(each.location()));
      message(
          SarifText.of(each.text().isEmpty() ? Phrases.clickable(each.location()) : each.text()));
      json.end();
    }
    json.end();
  }

  private void fingerprints(Finding finding, SourceSpan place) {
    json.object("partialFingerprints").value(Fingerprints.KEY, fingerprints.next(finding));
    Optional<String> hash = hashesLines ? hashes.of(place) : Optional.empty();
    hash.ifPresent(it -> json.value(LineHashes.KEY, it));
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

  private void physical(SourceSpan place) {
    json.object("physicalLocation")
        .object("artifactLocation")
        .value("uri", RelativeUri.of(place.file()))
        .value("uriBaseId", ROOT)
        .end()
        .object("region")
        .value("startLine", place.line())
        .value("startColumn", place.column())
        .value("endLine", place.endLine())
        .value("endColumn", place.endColumn())
        .end()
        .end();
  }

  private void message(String text) {
    json.object("message").value("text", text).end();
  }
}
