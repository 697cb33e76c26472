package io.github.containerversions.versions.scope;

/**
 * The scope cannot be determined, and checking all containers instead would hide a mistake: the
 * configuration is wrong, or git refuses the repository because somebody else owns it. The message
 * is complete, for the user; in the second case it is git's own, of several lines, with the command
 * that helps.
 */
public final class ScopeException extends Exception {

  private static final long serialVersionUID = 1L;

  ScopeException(String message) {
    super(message);
  }
}
