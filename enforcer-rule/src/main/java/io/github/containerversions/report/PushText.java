package io.github.containerversions.report;

import io.github.containerversions.model.workflow.PushOutcome;
import io.github.containerversions.model.workflow.WorkflowResult;
import java.util.List;

/** The lines that tell of a run of the rule about pushes. */
public final class PushText {

  private PushText() {}

  /** What is checked. */
  public static String checking(PushOutcome outcome) {
    return "Checking "
        + pushes(outcome.pushes())
        + " in "
        + Words.count(outcome.workflows().size(), "workflow");
  }

  /** A line for each thing that could not be followed. */
  public static List<String> notes(PushOutcome outcome) {
    return outcome.notes().stream()
        .map(it -> ConsoleText.of(Words.clickable(it.location()) + " " + it.text()))
        .toList();
  }

  /** The one line of a run without findings. */
  static String passed(PushOutcome outcome) {
    long exempt = outcome.workflows().stream().filter(WorkflowResult::exempt).count();
    return "Registry pushes are authenticated: "
        + pushes(outcome.pushes())
        + " in "
        + Words.count(outcome.workflows().size(), "workflow")
        + (exempt > 0 ? ", " + exempt + " exempt" : "");
  }

  /** The first line of a failure. */
  static String failed(PushOutcome outcome) {
    long failed = outcome.workflows().stream().filter(it -> !it.findings().isEmpty()).count();
    return "Registry pushes would be refused or are unsafe: "
        + failed
        + " of "
        + Words.count(outcome.workflows().size(), "workflow")
        + ", "
        + Words.count(outcome.findings().size(), "finding");
  }

  private static String pushes(int number) {
    return number + (number == 1 ? " push" : " pushes");
  }
}
