package io.github.containerversions.report;

import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.RunResult;
import java.util.List;

/**
 * What every form renders.
 *
 * @param outcome what came out of the run
 * @param rules every rule that a finding can come from
 * @param notices what a warning can be about
 * @param severity how much findings weigh
 * @param sources the files that findings point at
 */
public record RunReport(
    RunResult outcome,
    List<RuleInfo> rules,
    List<RuleInfo> notices,
    Severity severity,
    ReportSources sources) {

  public RunReport {
    rules = List.copyOf(rules);
    notices = List.copyOf(notices);
  }
}
