package io.github.containerversions.core.yaml;

import io.github.containerversions.core.finding.Problem;

/** Says why a text is no YAML document that can be read. */
public final class BrokenYaml extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never serialized: it does not leave this package
  private final Problem problem;

  BrokenYaml(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
