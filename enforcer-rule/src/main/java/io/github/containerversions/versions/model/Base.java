package io.github.containerversions.versions.model;

/** The base that a run compares with. */
public sealed interface Base {

  /**
   * A base branch and the commit that HEAD has in common with it.
   *
   * @param ref the full name of the branch, such as {@code refs/remotes/origin/main}; a commit that
   *     was asked for by other means stands as it was given
   * @param commit the merge base, as a full hash
   */
  record Branch(String ref, String commit) implements Base {}

  /** Nothing was or could be compared. */
  record None() implements Base {}
}
