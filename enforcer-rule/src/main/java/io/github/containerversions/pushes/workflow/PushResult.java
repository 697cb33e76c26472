package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.Warning;
import java.util.List;

/**
 * What came out of a run of the rule about pushes.
 *
 * @param workflows every workflow, sorted by file
 * @param warnings what else is worth telling; never a reason to fail
 * @param notes what could not be followed; no reason to fail either
 */
public record PushResult(List<WorkflowResult> workflows, List<Warning> warnings, List<Note> notes)
    implements RunResult {

  public PushResult {
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
