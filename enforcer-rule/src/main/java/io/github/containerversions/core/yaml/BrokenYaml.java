package io.github.containerversions.core.yaml;

import io.github.containerversions.core.finding.Problem;

/** The reason why a text cannot be read as a YAML document. */
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
