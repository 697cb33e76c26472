package io.github.containerversions.report;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.Excerpt;
import java.io.IOException;
import java.util.List;

/**
 * {@code summary.md}, for people: the table and the findings, fit for a job's summary, which GitHub
 * refuses above 1 MiB.
 */
final class MarkdownSummary {

  /** So many findings, exemptions and warnings are shown of each; then a count. */
  static final int MAX_ITEMS = 50;

  /** The most that GitHub takes of one step, in bytes; of more it takes nothing. */
  static final int MAX_BYTES = 1 << 20;

  private final RunResult outcome;
  private final Appendable out;

  private MarkdownSummary(RunResult outcome, Appendable out) {
    this.outcome = outcome;
    this.out = out;
  }

  static void write(RunReport run, Appendable out) throws IOException {
    LimitedLines lines = new LimitedLines(out, MAX_BYTES);
    new MarkdownSummary(run.outcome(), lines).write();
    lines.end();
  }

  private void write() throws IOException {
    ReportContent telling = ReportContent.of(outcome);
    line("## " + (outcome.findings().isEmpty() ? telling.passed() : telling.failed()));
    telling.markdown(out);
    list("Findings", SharedFinding.of(outcome.findings()), this::finding);
    list("Warnings", outcome.warnings(), this::warning);
    list("Exempt " + telling.subjects(), outcome.exemptions(), this::exemption);
  }

  /** Writes one item of a list. */
  @FunctionalInterface
  private interface Item<T> {
    void write(T item) throws IOException;
  }

  private <T> void list(String title, List<T> items, Item<T> item) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    line("");
    line("### " + title);
    line("");
    for (T each : items.subList(0, Math.min(MAX_ITEMS, items.size()))) {
      item.write(each);
    }
    if (items.size() > MAX_ITEMS) {
      line("");
      line("... and " + (items.size() - MAX_ITEMS) + " more");
    }
  }

  private void finding(SharedFinding shared) throws IOException {
    Finding finding = shared.finding();
    line(
        "- "
            + MarkdownText.code(shared.subject())
            + ": "
            + MarkdownText.code(finding.message())
            + " ("
            + link(finding.rule())
            + ")");
    line("  - " + MarkdownText.code(Phrases.clickable(finding.location())));
    for (RelatedLocation place : finding.related()) {
      String where = MarkdownText.code(Phrases.clickable(place.location()));
      line(("  - " + where + " " + MarkdownText.code(place.text())).stripTrailing());
    }
    if (!finding.help().isEmpty()) {
      line("  - help: " + MarkdownText.code(finding.help()));
    }
  }

  private void warning(Warning warning) throws IOException {
    line("- " + MarkdownText.code(warning.message()) + " (" + link(warning.rule()) + ")");
    line("  - help: " + MarkdownText.code(warning.help()));
  }

  private void exemption(Exemption exemption) throws IOException {
    line(
        "- "
            + MarkdownText.code(Excerpt.cut(exemption.subject(), Excerpt.NAME))
            + ": "
            + MarkdownText.code(Excerpt.cut(exemption.reason(), Excerpt.MESSAGE)));
  }

  private static String link(String rule) {
    return "[" + rule + "](" + RuleDocs.page(rule) + ")";
  }

  private void line(String line) throws IOException {
    out.append(line).append('\n');
  }
}
