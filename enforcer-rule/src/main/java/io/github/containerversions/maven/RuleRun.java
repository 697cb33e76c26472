package io.github.containerversions.maven;

import io.github.containerversions.report.Severity;
import org.apache.maven.enforcer.rule.api.EnforcerLevel;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;

/** A run in the terms of maven-enforcer-plugin. */
final class RuleRun {

  private RuleRun() {}

  /** What makes a run another one than one before it. */
  static String cacheId(CheckRun run, EnforcerLevel level) {
    return run.identity(severity(level));
  }

  /**
   * Runs a check.
   *
   * @param level the Enforcer's own: whether findings stop the build
   * @param claims which folders of reports are taken in this build
   * @throws EnforcerRuleError where it cannot be carried out, or its reports cannot be written
   * @throws EnforcerRuleException where there are findings
   */
  static void execute(CheckRun run, EnforcerLevel level, EnforcerLogger log, ReportClaims claims)
      throws EnforcerRuleException {
    CheckRun.End end = run.execute(severity(level), lines(log), claims);
    switch (end.status()) {
      case PASSED -> {}
      case FAILED -> throw new EnforcerRuleException(end.text());
      case ERROR -> throw new EnforcerRuleError(end.text());
    }
  }

  private static Severity severity(EnforcerLevel level) {
    return level == EnforcerLevel.WARN ? Severity.WARNING : Severity.ERROR;
  }

  private static CheckRun.Log lines(EnforcerLogger log) {
    return new CheckRun.Log() {
      @Override
      public void info(String line) {
        log.info(line);
      }

      @Override
      public void warn(String line) {
        log.warn(line);
      }
    };
  }
}
