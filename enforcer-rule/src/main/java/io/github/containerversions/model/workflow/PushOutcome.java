package io.github.containerversions.model.workflow;

import io.github.containerversions.model.Verdict;
import io.github.containerversions.model.Warning;
import java.util.List;

/**
 * What came out of a run of the rule about pushes.
 *
 * @param workflows every workflow, sorted by file
 * @param warnings what else is worth telling; never a reason to fail
 * @param notes what could not be followed; no reason to fail either
 */
public record PushOutcome(List<WorkflowResult> workflows, List<Warning> warnings, List<Note> notes)
    implements Verdict {

  public PushOutcome {
    workflows = List.copyOf(workflows);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  @Override
  public List<WorkflowResult> judged() {
    return workflows;
  }

  public int pushes() {
    return workflows.stream().mapToInt(it -> it.pushes().size()).sum();
  }
}
