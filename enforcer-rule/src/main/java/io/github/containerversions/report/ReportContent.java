package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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

  /** The element that users configure the rule with. */
  String element();

  /** The values of GitHub's property {@code tags}, by which it filters alerts. */
  List<String> tags();

  /** How rarely a finding is wrong, as GitHub's property {@code precision} grades it. */
  String precision();

  /** Whether a hash of a line may be shown: not where a line may hold a secret. */
  boolean hashesLines();

  /** What the run is about, in a few words. */
  String title();

  /** What it judges, in the plural. */
  String subjects();

  /**
   * The place in a file that stands for a subject as a whole.
   *
   * @param fallback the beginning of the file that names most of them
   */
  SourceSpan entry(SubjectResult subject, SourceSpan fallback);

  /** Why a subject was not judged; empty where it was. */
  Optional<String> skipped(SubjectResult subject);

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
