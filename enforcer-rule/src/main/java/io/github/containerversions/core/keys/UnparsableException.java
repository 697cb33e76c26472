package io.github.containerversions.core.keys;

import io.github.containerversions.core.finding.Problem;

/** The reason why a file does not have the format that its name says. */
public final class UnparsableException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never serialized: it is caught where the file was read
  private final Problem problem;

  UnparsableException(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
