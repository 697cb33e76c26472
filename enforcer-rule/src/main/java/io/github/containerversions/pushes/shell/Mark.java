package io.github.containerversions.pushes.shell;

/**
 * What begins or ends between two commands of a script. Each {@code SUBSHELL} and {@code BRANCH}
 * has its {@code END}, as each {@code LOOP}, and they are nested.
 */
public enum Mark {
  NONE,
  /** Commands in a shell of their own: in parentheses, or in a substitution. */
  SUBSHELL,
  /** Commands that run in some cases only: a branch, what stands after an operator. */
  BRANCH,
  /** Commands that run as often as a loop goes round, if at all. */
  LOOP,
  /** Others, which run where those before did not. */
  NEXT_BRANCH,
  /** Those that run where none of the others did. */
  LAST_BRANCH,
  END;

  /** Whether commands begin that run in some cases only. */
  public boolean isBranch() {
    return this == BRANCH || this == LOOP;
  }
}
