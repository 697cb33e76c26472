package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.report.FailureText;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.RunText;
import io.github.containerversions.report.Severity;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * One run of a check, by a rule or by a goal: says what it does, writes the reports, and says how
 * it ends.
 */
final class CheckRun {
  private final Configuration configuration;
  private final Check check;
  private final Form form;

  /** What the element of the rule must be like, whatever its parameters are. */
  @FunctionalInterface
  interface Form {
    void require() throws CannotCheckException;
  }

  /** Where its lines go. */
  interface Log {
    void info(String line);

    void warn(String line);
  }

  /** How it ended. */
  enum Status {
    PASSED,
    /** There are findings. */
    FAILED,
    /** It could not be carried out, or its reports could not be written. */
    ERROR
  }

  /**
   * The end of a run.
   *
   * @param status how it ended
   * @param text what to say where it did not pass; one or more lines
   */
  record End(Status status, String text) {}

  CheckRun(Configuration configuration, Check check, Form form) {
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
   * for its identity, and is reported once.
   */
  String identity(Severity severity) {
    try {
      return configuration.skip()
          ? "skip"
          : String.join("\n", severity.toString(), configuration.identity(), check.identity());
    } catch (CannotCheckException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * Runs the check.
   *
   * @param severity how much findings weigh
   * @param claims which folders of reports are taken in this build
   */
  End execute(Severity severity, Log log, ReportClaims claims) {
    ReportPlace reports = configuration.reportPlace(check.reportFolder());
    String owner = check.subject() + "\n" + identity(severity);
    try {
      if (configuration.skip()) {
        log.info(check.subject() + " are not checked: skip is set");
        return new End(Status.PASSED, "");
      }
      take(reports, owner, log, claims);
      return run(severity, log);
    } catch (CannotCheckException e) {
      claims.unlessTaken(reports.directory(), owner, () -> reports.removeAll(log::warn));
      return new End(Status.ERROR, cannotCheck(check, e));
    }
  }

  /** The error of a check that could not be carried out. */
  static String cannotCheck(Check check, CannotCheckException e) {
    String reason = Excerpt.cut(String.valueOf(e.getMessage()), Excerpt.LONG_REASON);
    return ConsoleText.lines(check.subject() + " cannot be checked: " + reason);
  }

  /**
   * Begins with nothing where the reports will be: whatever ends the build from here on, no report
   * of an earlier one can be taken for its own.
   */
  private void take(ReportPlace reports, String owner, Log log, ReportClaims claims)
      throws CannotCheckException {
    if (!reports.asked().isEmpty()
        && !claims.claim(reports.directory(), owner, () -> reports.removeAsked(log::warn))) {
      throw configuration.reportsTakenBy(reports.directory());
    }
  }

  private End run(Severity severity, Log log) throws CannotCheckException {
    form.require();
    configuration.refuseUnknownProperties();
    ReportOutputs delivery =
        configuration.delivery(check.reportFolder(), System.getenv(), standardOutput());
    RunReport report = check.run(severity, line -> log.info(ConsoleText.of(line)));
    RunResult verdict = report.outcome();
    for (String line : RunText.looked(verdict)) {
      log.info(line);
    }
    for (String warning : RunText.warnings(verdict)) {
      log.warn(warning);
    }
    List<String> unwritten = delivery.deliver(report, log::warn);
    String failure = verdict.findings().isEmpty() ? "" : failure(verdict);
    if (!unwritten.isEmpty()) {
      // The findings are not lost where a report cannot be written: they come first.
      String error = String.join("\n", unwritten);
      return new End(Status.ERROR, failure.isEmpty() ? error : failure + "\n" + error);
    }
    if (!failure.isEmpty()) {
      return new End(Status.FAILED, failure);
    }
    log.info(RunText.passed(verdict));
    return new End(Status.PASSED, "");
  }

  private String failure(RunResult verdict) {
    String ours = FailureText.render(verdict);
    return configuration.message().isEmpty() ? ours : configuration.message() + "\n" + ours;
  }

  /** Not {@code System.out}, which Maven replaces; never to be closed. */
  static OutputStream standardOutput() {
    System.out.flush();
    return new FileOutputStream(FileDescriptor.out);
  }
}
