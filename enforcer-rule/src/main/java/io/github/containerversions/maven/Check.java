package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import java.util.function.Consumer;

/** What one rule does of its own in a run; {@link CheckRun} does all else, the same for each. */
interface Check {

  /** What it is about, as a sentence begins with it: {@code Container versions}. */
  String subject();

  /** The folder of its reports in the build folder, where none is configured. */
  String reportFolder();

  /**
   * What makes two runs differ, apart from {@link Configuration#identity()}.
   *
   * @throws CannotCheckException where an element has a form that is not allowed
   */
  String identity() throws CannotCheckException;

  /**
   * Reads its own part of the configuration and checks.
   *
   * @param severity how much findings weigh
   * @param progress takes a line for each step that may take long
   * @throws CannotCheckException where it cannot be carried out
   */
  RunReport run(Severity severity, Consumer<String> progress) throws CannotCheckException;
}
