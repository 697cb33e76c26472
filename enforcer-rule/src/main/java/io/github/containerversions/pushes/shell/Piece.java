package io.github.containerversions.pushes.shell;

/** A part of a word that is one thing to whoever replaces it; offsets are those of the script. */
public sealed interface Piece {

  int start();

  int end();

  /** Text that stands for itself: a stretch without quotes in it, or one escaped character. */
  record Text(String text, int start, int end) implements Piece {}

  /**
   * The value of a shell variable.
   *
   * @param name its name, or the digit or sign of a special parameter
   */
  record Variable(String name, int start, int end) implements Piece {}

  /**
   * An expression of Actions, which is replaced before any shell sees the script.
   *
   * @param body what stands between <code>${{</code> and <code>}}</code>, stripped
   */
  record Expression(String body, int start, int end) implements Piece {}

  /**
   * What comes of running something: a command substitution, arithmetic.
   *
   * @param text as it stands in the script
   */
  record Computed(String text, int start, int end) implements Piece {}
}
