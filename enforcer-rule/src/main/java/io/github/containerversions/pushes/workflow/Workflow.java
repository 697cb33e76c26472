package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A workflow file.
 *
 * @param file its path, relative to the repository root
 * @param env the variables that it sets for its jobs
 * @param jobs its jobs in order
 * @param callerSecrets the secrets that whoever calls it hands over, in capitals
 * @param notes what of it is not followed
 * @param problems why it could not be read, at most one
 */
public record Workflow(
    String file,
    Map<String, ShellWord> env,
    List<Job> jobs,
    Set<String> callerSecrets,
    List<Note> notes,
    List<Problem> problems) {

  public Workflow {
    jobs = List.copyOf(jobs);
    callerSecrets = Set.copyOf(callerSecrets);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /** A file that is no workflow that can be read. */
  public static Workflow unreadable(String file, Problem problem) {
    return new Workflow(file, Map.of(), List.of(), Set.of(), List.of(), List.of(problem));
  }
}
