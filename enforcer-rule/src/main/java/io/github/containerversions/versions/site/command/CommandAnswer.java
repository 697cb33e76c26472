package io.github.containerversions.versions.site.command;

/** The result of a version command. */
public sealed interface CommandAnswer {

  /**
   * A version.
   *
   * @param version the version, without surrounding space
   * @param line the line that was printed, without its end
   */
  record Version(String version, String line) implements CommandAnswer {}

  /**
   * No version.
   *
   * @param message what happened; one line, without a final full stop
   * @param help what to do, one line; empty where there is nothing to advise
   */
  record Failure(String message, String help) implements CommandAnswer {}
}
