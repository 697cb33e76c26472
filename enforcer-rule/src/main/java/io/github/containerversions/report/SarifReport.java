package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import com.grack.nanojson.JsonWriter;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.finding.SuppressedFinding;
import io.github.containerversions.core.finding.Warning;
import java.io.IOException;
import java.util.List;

/**
 * {@code report.sarif}, for code scanning: one run in SARIF 2.1.0.
 *
 * <p>A finding that an exemption excuses is a suppressed result. What is exempt from every rule was
 * not judged, so there is no result to suppress: a notification tells of it.
 */
final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final RunReport run;
  private final ReportContent content;
  private final JsonAppendableWriter json;

  private SarifReport(RunReport run, JsonAppendableWriter json) {
    this.run = run;
    this.content = ReportContent.of(run.outcome());
    this.json = json;
  }

  static void write(RunReport run, Appendable out) throws IOException {
    JsonAppendableWriter json = JsonWriter.indent("  ").on(out);
    new SarifReport(run, json).write();
    json.done();
    out.append('\n');
  }

  private void write() {
    json.object().value("$schema", SCHEMA).value("version", "2.1.0").array("runs").object();
    tool();
    // A category of its own for each rule, so that one upload does not replace the other's.
    json.object("automationDetails").value("id", content.element() + "/").end();
    json.value("columnKind", "unicodeCodePoints");
    json.object("originalUriBaseIds").object(SarifResults.ROOT).object("description");
    json.value("text", "The root of the repository.").end().end().end();
    invocation();
    results();
    json.object("properties");
    content.keys(json);
    json.end().end().end().end();
  }

  private void tool() {
    String version = ToolVersion.read();
    json.object("tool")
        .object("driver")
        .value("name", ToolVersion.NAME)
        .value("fullName", ToolVersion.NAME + " " + version)
        .value("version", version)
        .value("informationUri", RuleDocs.HOME);
    json.array("rules");
    for (RuleInfo rule : run.rules()) {
      descriptor(rule, run.severity());
      json.object("properties").value("precision", content.precision()).array("tags");
      content.tags().forEach(json::value);
      json.end().end().end();
    }
    json.end().array("notifications");
    for (RuleInfo notice : run.notices()) {
      descriptor(notice, Severity.WARNING);
      json.end();
    }
    json.end().end().end();
  }

  /** Begins an object and leaves it open. */
  private void descriptor(RuleInfo rule, Severity severity) {
    String page = RuleDocs.page(rule.id());
    json.object().value("id", rule.id()).value("name", name(rule.id()));
    text("shortDescription", rule.title() + ".");
    text("fullDescription", rule.why());
    json.object("help")
        .value("text", rule.fix() + " See " + page)
        .value("markdown", help(rule))
        .end();
    json.value("helpUri", page);
    json.object("defaultConfiguration").value("level", severity.id()).end();
  }

  /** The id as a name in the style of SARIF: {@code VersionAgreement}. */
  private static String name(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  private void invocation() {
    RunResult outcome = run.outcome();
    json.array("invocations").object().value("executionSuccessful", true);
    json.array("toolConfigurationNotifications");
    outcome.warnings().forEach(this::warning);
    outcome.exemptions().forEach(this::exemption);
    json.end().end().end();
  }

  private void warning(Warning warning) {
    json.object().value("level", Severity.WARNING.id());
    text("message", SarifText.of(warning.message()) + "; " + SarifText.of(warning.help()));
    json.object("descriptor").value("id", warning.rule());
    json.value("index", index(run.notices(), warning.rule())).end().end();
  }

  private void exemption(Exemption exemption) {
    json.object().value("level", "note");
    text(
        "message",
        SarifText.of(exemption.subject())
            + " is exempt from every rule and was not checked: "
            + SarifText.of(exemption.reason()));
    json.end();
  }

  private void results() {
    SarifResults results = new SarifResults(json, run);
    json.array("results");
    for (SubjectResult judged : run.outcome().judged()) {
      FindingPlaces places = FindingPlaces.of(run, judged);
      for (Finding finding : judged.findings()) {
        results.write(finding, places, index(run.rules(), finding.rule()), List.of());
      }
      for (SuppressedFinding excused : judged.excused()) {
        int rule = index(run.rules(), excused.finding().rule());
        results.write(excused.finding(), places, rule, excused.exemptions());
      }
    }
    json.end();
  }

  private static int index(List<RuleInfo> rules, String id) {
    for (int index = 0; index < rules.size(); index++) {
      if (rules.get(index).id().equals(id)) {
        return index;
      }
    }
    return -1; // "no index" (3.52.5)
  }

  private void text(String key, String text) {
    json.object(key).value("text", text).end();
  }

  /** What people are told about a rule, in Markdown. */
  private static String help(RuleInfo rule) {
    return "**What it checks.** %s.\n\n**Why.** %s\n\n**How to fix.** %s\n\n[All about %s](%s)\n"
        .formatted(rule.title(), rule.why(), rule.fix(), rule.id(), RuleDocs.page(rule.id()));
  }
}
