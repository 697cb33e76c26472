package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.Warning;
import java.util.List;

/**
 * The result of a run of the rule about pushes.
 *
 * @param workflows every workflow, sorted by file
 * @param warnings the warnings, which never stop the build
 * @param notes what the rule could not follow; it does not stop the build either
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
