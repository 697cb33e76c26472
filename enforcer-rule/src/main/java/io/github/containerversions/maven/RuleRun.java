package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.RunText;
import io.github.containerversions.report.Severity;
import java.util.List;
import org.apache.maven.enforcer.rule.api.EnforcerLevel;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;

/**
 * One run of a rule inside Maven, whatever it checks: tells what it does, writes the reports, ends
 * the build.
 */
final class RuleRun {
  private final Configuration configuration;
  private final Check check;

  RuleRun(Configuration configuration, Check check) {
    this.configuration = configuration;
    this.check = check;
  }

  Configuration configuration() {
    return configuration;
  }

  Check check() {
    return check;
  }

  /**
   * What makes this run another one than one before it. A configuration that is wrong has the error
   * for its identity, and is told of it once.
   */
  String cacheId(EnforcerLevel level) {
    try {
      return configuration.skip()
          ? "skip"
          : String.join("\n", level.toString(), configuration.identity(), check.identity());
    } catch (CannotCheckException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * Runs the check.
   *
   * @param level the Enforcer's own: whether findings stop the build
   * @throws EnforcerRuleError where it cannot be carried out, or its reports cannot be written
   * @throws EnforcerRuleException where there are findings
   */
  void execute(EnforcerLevel level, EnforcerLogger log) throws EnforcerRuleException {
    try {
      if (configuration.skip()) {
        log.info(check.subject() + " are not checked: skip is set");
      } else {
        run(level == EnforcerLevel.WARN ? Severity.WARNING : Severity.ERROR, log);
      }
    } catch (CannotCheckException e) {
      throw new EnforcerRuleError(check.subject() + " cannot be checked: " + e.getMessage());
    }
  }

  private void run(Severity severity, EnforcerLogger log)
      throws CannotCheckException, EnforcerRuleException {
    configuration.refuseUnknownProperties();
    ReportOutputs delivery =
        configuration.delivery(check.reportFolder(), System.getenv(), Ending.standardOutput());
    RunReport report = check.run(severity, line -> log.info(ConsoleText.of(line)));
    RunResult verdict = report.outcome();
    RunText.looked(verdict).forEach(log::info);
    RunText.warnings(verdict).forEach(log::warn);
    List<String> unwritten = delivery.deliver(report, log::warn);
    Ending.end(verdict, configuration.message(), unwritten);
    log.info(RunText.passed(verdict));
  }
}
