package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;

/**
 * A job of a workflow.
 *
 * @param id its key
 * @param env the variables that it sets for its steps
 * @param steps its steps in order, those of composite actions of the repository in their place
 * @param needs the keys of the jobs whose outputs it sees
 * @param outputs what it hands to other jobs
 * @param calls where its workflow is called, the nearest first; empty where it runs by itself
 * @param ofMatrix whether it is one of several runs
 */
public record Job(
    String id,
    Map<String, ShellWord> env,
    List<Step> steps,
    List<String> needs,
    Map<String, ShellWord> outputs,
    List<Location> calls,
    boolean ofMatrix) {

  public Job {
    steps = List.copyOf(steps);
    needs = List.copyOf(needs);
    calls = List.copyOf(calls);
  }
}
