package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.text.Excerpt;
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
  private final Form form;

  /** What the element of the rule must be like, whatever its parameters are. */
  @FunctionalInterface
  interface Form {
    void require() throws CannotCheckException;
  }

  RuleRun(Configuration configuration, Check check, Form form) {
    this.configuration = configuration;
    this.check = check;
    this.form = form;
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
   * @param claims which folders of reports are taken in this build
   * @throws EnforcerRuleError where it cannot be carried out, or its reports cannot be written
   * @throws EnforcerRuleException where there are findings
   */
  void execute(EnforcerLevel level, EnforcerLogger log, ReportClaims claims)
      throws EnforcerRuleException {
    ReportPlace reports = configuration.reportPlace(check.reportFolder());
    String owner = check.subject() + "\n" + cacheId(level);
    try {
      if (configuration.skip()) {
        log.info(check.subject() + " are not checked: skip is set");
      } else {
        take(reports, owner, log, claims);
        run(level == EnforcerLevel.WARN ? Severity.WARNING : Severity.ERROR, log);
      }
    } catch (CannotCheckException e) {
      claims.unlessTaken(reports.directory(), owner, () -> reports.removeAll(log::warn));
      String reason = Excerpt.cut(String.valueOf(e.getMessage()), Excerpt.LONG_REASON);
      throw new EnforcerRuleError(
          ConsoleText.lines(check.subject() + " cannot be checked: " + reason));
    }
  }

  /**
   * Begins with nothing where the reports will be: whatever ends the build from here on, no report
   * of an earlier one can be taken for its own.
   */
  private void take(ReportPlace reports, String owner, EnforcerLogger log, ReportClaims claims)
      throws CannotCheckException {
    if (!reports.asked().isEmpty()
        && !claims.claim(reports.directory(), owner, () -> reports.removeAsked(log::warn))) {
      throw configuration.reportsTakenBy(reports.directory());
    }
  }

  private void run(Severity severity, EnforcerLogger log)
      throws CannotCheckException, EnforcerRuleException {
    form.require();
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
