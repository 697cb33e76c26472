package io.github.containerversions.maven;

import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.report.FailureText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;

/** How a run ends, whatever its rule. */
final class Ending {

  private Ending() {}

  /** Not {@code System.out}, which Maven replaces; never to be closed. */
  static OutputStream standardOutput() {
    System.out.flush();
    return new FileOutputStream(FileDescriptor.out);
  }

  /**
   * Ends the build where there is a reason to. The findings are not lost where a report cannot be
   * written: they come first in the error.
   *
   * @param message the user's own first line; may be empty
   * @param unwritten the reports that could not be written, a line each
   */
  static void end(RunResult verdict, String message, List<String> unwritten)
      throws EnforcerRuleException {
    String failure = verdict.findings().isEmpty() ? "" : failure(verdict, message);
    if (!unwritten.isEmpty()) {
      String error = String.join("\n", unwritten);
      throw new EnforcerRuleError(failure.isEmpty() ? error : failure + "\n" + error);
    }
    if (!failure.isEmpty()) {
      throw new EnforcerRuleException(failure);
    }
  }

  private static String failure(RunResult verdict, String message) {
    String ours = FailureText.render(verdict);
    return message.isEmpty() ? ours : message + "\n" + ours;
  }
}
