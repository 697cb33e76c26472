package io.github.containerversions.report;

import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.Warning;
import java.util.ArrayList;
import java.util.List;

/** The lines of the log: what a run checks, its warnings, and the line of a run that passes. */
public final class RunText {

  private RunText() {}

  /** What is checked and why, and what is there to see of it beside findings. */
  public static List<String> looked(RunResult verdict) {
    return ReportContent.of(verdict).looked();
  }

  /** A line for each warning. */
  public static List<String> warnings(RunResult verdict) {
    List<String> lines = new ArrayList<>();
    for (Warning each : verdict.warnings()) {
      lines.add(ConsoleText.of(Phrases.warning(each)));
    }
    return lines;
  }

  /** The one line of a run without findings. */
  public static String passed(RunResult verdict) {
    return ReportContent.of(verdict).passed();
  }
}
