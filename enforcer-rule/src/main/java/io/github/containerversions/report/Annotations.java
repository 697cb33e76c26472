package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands that make GitHub show findings beside the code. The runner takes ten of a kind
 * from one step and drops the others, so what is more than ten is counted.
 */
public final class Annotations {
  private static final int MAX_ANNOTATIONS = 10;

  private Annotations() {}

  /** The lines for standard output, findings first; none for a run that has nothing to tell. */
  public static List<String> render(RunReport run) {
    RunResult outcome = run.outcome();
    List<SharedFinding> findings = SharedFinding.of(outcome.findings());
    List<String> commands = new ArrayList<>();
    findings.stream()
        .limit(MAX_ANNOTATIONS)
        .forEach(it -> commands.add(finding(it, run.severity())));
    outcome.warnings().stream()
        .limit(MAX_ANNOTATIONS - commands.size())
        .forEach(it -> commands.add(warning(it)));
    int more = findings.size() + outcome.warnings().size() - commands.size();
    if (more > 0) {
      commands.add(
          new WorkflowCommand("notice")
              .with("title", ReportContent.of(outcome).title())
              .says(
                  List.of(
                      more == 1
                          ? "and 1 more, which is in the log"
                          : "and " + more + " more, all of them in the log")));
    }
    return commands;
  }

  private static String finding(SharedFinding shared, Severity severity) {
    Finding finding = shared.finding();
    WorkflowCommand command =
        new WorkflowCommand(severity.id()).with("file", finding.location().file());
    if (finding.location() instanceof SourceSpan span) {
      command.with("line", span.line()).with("endLine", span.endLine());
      if (span.endLine() == span.line()) {
        command.with("col", span.column()).with("endColumn", span.endColumn());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(shared.subject() + ": " + finding.message());
    finding.related().forEach(it -> lines.add(Phrases.place(it)));
    if (!finding.help().isEmpty()) {
      lines.add("help: " + finding.help());
    }
    return command.with("title", finding.rule()).says(lines);
  }

  private static String warning(Warning warning) {
    return new WorkflowCommand("warning")
        .with("title", warning.rule())
        .says(List.of(warning.message(), "help: " + warning.help()));
  }
}
