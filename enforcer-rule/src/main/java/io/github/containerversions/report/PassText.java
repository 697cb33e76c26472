package io.github.containerversions.report;

import io.github.containerversions.model.ContainerResult.Status;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.model.Verdict;
import io.github.containerversions.model.workflow.PushOutcome;
import java.util.List;

/** The lines that tell what a run looked at, what is worth a warning, and that it found nothing. */
public final class PassText {

  private PassText() {}

  /** What is checked and why. */
  public static String scope(Outcome outcome) {
    return "Checking "
        + outcome.checked().size()
        + " of "
        + Words.count(outcome.containers().size(), "container")
        + " ("
        + Words.scope(outcome.scope())
        + "): "
        + ConsoleText.of(outcome.scope().detail());
  }

  /** A line for each warning. */
  public static List<String> warnings(Verdict outcome) {
    return outcome.warnings().stream().map(it -> ConsoleText.of(Words.warning(it))).toList();
  }

  /** The one line of a run of the rule about pushes without findings. */
  public static String render(PushOutcome outcome) {
    return PushText.passed(outcome);
  }

  /** The one line of a run without findings. */
  public static String render(Outcome outcome) {
    int checked = outcome.checked().size();
    int exempt = outcome.withStatus(Status.EXEMPT).size();
    int untouched = outcome.withStatus(Status.OUT_OF_SCOPE).size();
    StringBuilder out = new StringBuilder("Container versions agree: ");
    out.append(Words.count(checked, "container")).append(" checked");
    if (exempt > 0) {
      out.append(", ").append(exempt).append(" exempt");
    }
    if (untouched > 0) {
      out.append(", ").append(untouched).append(" not touched");
    }
    return out.append(" (").append(Words.scope(outcome.scope())).append(')').toString();
  }
}
