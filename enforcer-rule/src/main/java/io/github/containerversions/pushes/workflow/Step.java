package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;

/** A step of a job. */
public sealed interface Step {

  Frame frame();

  Location location();

  /** The variables that it sets for itself. */
  default Map<String, ShellWord> env() {
    return frame().env();
  }

  /** The inputs of the composite action that it belongs to; empty for a step of a workflow. */
  default Map<String, ShellWord> inputs() {
    return frame().inputs();
  }

  /**
   * What every step has.
   *
   * @param env the variables that it sets for itself
   * @param inputs the inputs of the composite action that it belongs to
   * @param condition when it runs; empty where it always does
   * @param id the name of its outputs; empty for none
   */
  record Frame(
      Map<String, ShellWord> env, Map<String, ShellWord> inputs, String condition, String id) {}

  /** A step that runs a script. */
  record Run(Frame frame, Script script, Location location) implements Step {}

  /**
   * A step that uses an action.
   *
   * @param action the action without its version, such as {@code docker/login-action}; one of the
   *     repository that is not followed begins with {@code ./}
   * @param with what it is given
   * @param builds the builds that files of the repository describe for it; empty for none that are
   *     known
   */
  record Use(
      Frame frame, String action, Map<String, ShellWord> with, Script builds, Location location)
      implements Step {

    Use(Frame frame, String action, Map<String, ShellWord> with, Location location) {
      this(frame, action, with, new Script(List.of(), true), location);
    }
  }

  /**
   * The end of a composite action of the repository, which gives its outputs to the step that uses
   * it.
   *
   * @param values the outputs, in words of the action
   * @param to the name of the step that uses it
   */
  record Outputs(Frame frame, Map<String, ShellWord> values, String to, Location location)
      implements Step {}
}
