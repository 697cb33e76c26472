package io.github.containerversions.maven;

import io.github.containerversions.core.file.FailureReason;
import io.github.containerversions.report.AnnotationMode;
import io.github.containerversions.report.Annotations;
import io.github.containerversions.report.ReportFile;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.report.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where the report of a run goes, apart from the log.
 *
 * @param forms the files asked for
 * @param directory where they are written
 * @param annotations whether workflow commands are printed
 * @param environment the environment of the build
 * @param console standard output itself: a workflow command counts only at the start of a line, and
 *     a logger puts its prefix there, as Maven 4 does before all that goes through {@code
 *     System.out}
 */
record ReportOutputs(
    List<ReportForm> forms,
    Path directory,
    AnnotationMode annotations,
    Map<String, String> environment,
    OutputStream console) {

  private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

  /**
   * Delivers a report everywhere it goes, also where one of the places fails.
   *
   * @param warn takes a line for each output that nobody asked for by name and that failed
   * @return what was asked for and could not be written, a line each
   */
  List<String> deliver(RunReport run, Consumer<String> warn) {
    annotate(run, warn);
    summarise(run, warn);
    List<String> failures = new ArrayList<>();
    for (ReportForm form : forms) {
      Path file = directory.resolve(form.fileName());
      try {
        ReportFile.write(file, out -> form.write(run, out));
      } catch (IOException e) {
        failures.add("The report cannot be written: " + file + " (" + reason(e) + ")");
      }
    }
    return failures;
  }

  private void annotate(RunReport run, Consumer<String> warn) {
    if (!annotations.shownIn(environment)) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    Annotations.render(run).forEach(it -> lines.append(it).append('\n'));
    try {
      // The runner reads UTF-8, whatever the encoding of the console is.
      console.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      console.flush();
    } catch (IOException e) {
      warn.accept("Annotations cannot be printed (" + reason(e) + ")");
    }
  }

  private void summarise(RunReport run, Consumer<String> warn) {
    String file = environment.getOrDefault(STEP_SUMMARY, "");
    if (file.isEmpty() || annotations == AnnotationMode.OFF) {
      return;
    }
    try {
      ReportFile.append(
          Path.of(file),
          out -> {
            out.append('\n'); // whatever stands there may not end its line
            ReportForm.MARKDOWN.write(run, out);
          });
    } catch (IOException | InvalidPathException e) {
      warn.accept(STEP_SUMMARY + " cannot be written: " + file + " (" + reason(e) + ")");
    }
  }

  private static String reason(Exception e) {
    return FailureReason.of(e);
  }
}
