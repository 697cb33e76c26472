package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.Map;

/** A step of a job. */
public sealed interface Step {

  /** The variables that it sets for itself. */
  Map<String, ShellWord> env();

  /** The inputs of the composite action that it belongs to; empty for a step of a workflow. */
  Map<String, ShellWord> inputs();

  Location location();

  /** A step that runs a script. */
  record Run(
      Map<String, ShellWord> env, Map<String, ShellWord> inputs, Script script, Location location)
      implements Step {}

  /**
   * A step that uses an action.
   *
   * @param action the action without its version, such as {@code docker/login-action}
   * @param with what it is given
   */
  record Use(
      Map<String, ShellWord> env,
      Map<String, ShellWord> inputs,
      String action,
      Map<String, ShellWord> with,
      Location location)
      implements Step {}
}
