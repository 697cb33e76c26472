package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.List;

/** What the forms say differently of each rule's run; all else they render from the verdict. */
sealed interface ReportContent permits VersionContent, PushContent {

  static ReportContent of(RunResult verdict) {
    if (verdict instanceof VersionResult outcome) {
      return new VersionContent(outcome);
    } else if (verdict instanceof PushResult outcome) {
      return new PushContent(outcome);
    }
    throw new IllegalArgumentException("no form knows " + verdict.getClass());
  }

  /** What the run is about, in a few words. */
  String title();

  /** What it judges, in the plural. */
  String subjects();

  /** What was looked at and why, a line each, for the console. */
  List<String> looked();

  /** The first line of a failure. */
  String failed();

  /** The one line of a run without findings. */
  String passed();

  /** Writes what was looked at and what came of it into the object that is open. */
  void keys(JsonAppendableWriter json);

  /** Writes everything that was judged into the object that is open. */
  void all(JsonAppendableWriter json);

  /** Writes what stands between the heading and the findings, each line with its end. */
  void markdown(Appendable out) throws IOException;
}
