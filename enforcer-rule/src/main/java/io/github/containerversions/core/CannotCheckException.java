package io.github.containerversions.core;

/**
 * The check cannot be carried out at all. The message is for the user: one or more lines that say
 * what is missing or wrong and what to change.
 */
public final class CannotCheckException extends Exception {
  private static final long serialVersionUID = 1L;

  public CannotCheckException(String message) {
    super(message);
  }
}
