package io.github.containerversions.report;

import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.model.Place;

/** The text of a failure: a line that stands alone, then every finding with its places and help. */
public final class FailureText {

  private FailureText() {}

  public static String render(Outcome outcome) {
    StringBuilder out = new StringBuilder(headline(outcome));
    SharedFinding.of(outcome.findings()).forEach(it -> append(out, it));
    return out.toString();
  }

  /** The line that stands alone. */
  static String headline(Outcome outcome) {
    return "Container versions disagree: "
        + outcome.failed().size()
        + " of "
        + Words.count(outcome.checked().size(), "container")
        + ", "
        + Words.count(outcome.findings().size(), "finding")
        + " ("
        + Words.scope(outcome.scope())
        + ")";
  }

  private static void append(StringBuilder out, SharedFinding shared) {
    Finding finding = shared.finding();
    out.append('\n')
        .append(ConsoleText.of(Words.clickable(finding.location())))
        .append(" [")
        .append(finding.rule())
        .append("] ")
        .append(ConsoleText.of(shared.subject()))
        .append(": ")
        .append(ConsoleText.of(finding.message()));
    for (Place place : finding.related()) {
      out.append("\n    ").append(ConsoleText.of(Words.place(place)));
    }
    if (!finding.help().isEmpty()) {
      out.append("\n    help: ").append(ConsoleText.of(finding.help()));
    }
  }
}
