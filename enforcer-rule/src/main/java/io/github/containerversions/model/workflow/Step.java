package io.github.containerversions.model.workflow;

import io.github.containerversions.model.Location;
import java.util.Map;

/** A step of a job. */
public sealed interface Step {

  /** The variables that it sets for itself. */
  Map<String, Word> env();

  /** The inputs of the composite action that it belongs to; empty for a step of a workflow. */
  Map<String, Word> inputs();

  Location location();

  /** A step that runs a script. */
  record Run(Map<String, Word> env, Map<String, Word> inputs, Script script, Location location)
      implements Step {}

  /**
   * A step that uses an action.
   *
   * @param action the action without its version, such as {@code docker/login-action}
   * @param with what it is given
   */
  record Use(
      Map<String, Word> env,
      Map<String, Word> inputs,
      String action,
      Map<String, Word> with,
      Location location)
      implements Step {}
}
