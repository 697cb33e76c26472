package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RunResult;

/** The text of a failure: one line, then every finding with its places and help. */
public final class FailureText {

  private FailureText() {}

  public static String render(RunResult verdict) {
    StringBuilder out = new StringBuilder(ReportContent.of(verdict).failed());
    SharedFinding.of(verdict.findings()).forEach(it -> append(out, it));
    return out.toString();
  }

  private static void append(StringBuilder out, SharedFinding shared) {
    Finding finding = shared.finding();
    out.append('\n')
        .append(ConsoleText.of(Phrases.clickable(finding.location())))
        .append(" [")
        .append(finding.rule())
        .append("] ")
        .append(ConsoleText.of(shared.subject()))
        .append(": ")
        .append(ConsoleText.of(finding.message()));
    for (RelatedLocation place : finding.related()) {
      out.append("\n    ").append(ConsoleText.of(Phrases.place(place)));
    }
    if (!finding.help().isEmpty()) {
      out.append("\n    help: ").append(ConsoleText.of(finding.help()));
    }
  }
}
