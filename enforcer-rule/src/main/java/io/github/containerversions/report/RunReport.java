package io.github.containerversions.report;

import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.SubjectResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The run that every form renders.
 *
 * @param outcome the result of the run
 * @param rules every rule that a finding can come from
 * @param notices the rules of warnings
 * @param severity the severity of findings
 * @param sources the files that findings point at
 * @param fixes the edits that settle what is found of a subject; asked only by a form that shows
 *     them
 */
public record RunReport(
    RunResult outcome,
    List<RuleInfo> rules,
    List<RuleInfo> notices,
    Severity severity,
    ReportSources sources,
    Function<SubjectResult, Optional<Fix>> fixes) {

  /** A report of a run whose findings no edit settles. */
  public RunReport(
      RunResult outcome,
      List<RuleInfo> rules,
      List<RuleInfo> notices,
      Severity severity,
      ReportSources sources) {
    this(outcome, rules, notices, severity, sources, it -> Optional.empty());
  }

  public RunReport {
    rules = List.copyOf(rules);
    notices = List.copyOf(notices);
  }
}
