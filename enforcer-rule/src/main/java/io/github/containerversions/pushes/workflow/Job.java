package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;

/**
 * A job of a workflow.
 *
 * @param id its key
 * @param env the variables that it sets for its steps
 * @param steps its steps in order, those of composite actions of the repository in their place
 */
public record Job(String id, Map<String, ShellWord> env, List<Step> steps) {

  public Job {
    steps = List.copyOf(steps);
  }
}
