package io.github.containerversions.versions.model;

/**
 * How the version of a place relates to the versions that the build files declare or have declared.
 */
public sealed interface Lag {

  /** A build file declares it now. */
  record UpToDate() implements Lag {}

  /**
   * A build file declared it earlier.
   *
   * @param since the commit that declared another one instead, as a full hash; empty where that is
   *     not committed yet
   * @param date the day of that commit, as 2026-03-04 in UTC; empty likewise
   * @param commits the commits from that one to HEAD, that one not counted
   * @param days the whole days between the two, by the dates of their committers
   */
  record Behind(String since, String date, int commits, int days) implements Lag {}

  /** No commit that HEAD has in its history declared it. */
  record NeverDeclared() implements Lag {}

  /**
   * The commit that the place names declared something else.
   *
   * @param commit as the place names it
   * @param declared the version that it declared, as written
   */
  record OtherAtCommit(String commit, String declared) implements Lag {}

  /** History does not say. The reason is the end of a sentence. */
  record Unknown(String reason) implements Lag {}
}
