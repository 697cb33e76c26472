package io.github.containerversions.pushes.shell;

import java.util.List;

/** A part of a word that is one thing to whoever replaces it; offsets are those of the script. */
public sealed interface Piece {

  int start();

  int end();

  /** The same piece with other offsets. */
  Piece at(int start, int end);

  /** Text that stands for itself: a stretch without quotes in it, or one escaped character. */
  record Text(String text, int start, int end) implements Piece {
    @Override
    public Piece at(int newStart, int newEnd) {
      return new Text(text, newStart, newEnd);
    }
  }

  /**
   * The value of a shell variable.
   *
   * @param name its name, or the digit or sign of a special parameter
   * @param otherwise what stands for it where it has no value, as in <code>${NAME:-text}</code>, at
   *     most one
   * @param binding which value it is
   */
  record Variable(String name, int start, int end, List<ShellWord> otherwise, Binding binding)
      implements Piece {
    public Variable {
      otherwise = List.copyOf(otherwise);
    }

    public Variable(String name, int start, int end, List<ShellWord> otherwise) {
      this(name, start, end, otherwise, Binding.HERE);
    }

    public Variable(String name, int start, int end) {
      this(name, start, end, List.of());
    }

    /** The same variable with another binding. */
    public Variable bound(Binding other) {
      return new Variable(name, start, end, otherwise, other);
    }

    @Override
    public Piece at(int newStart, int newEnd) {
      return new Variable(name, newStart, newEnd, otherwise, binding);
    }
  }

  /** Where a variable has its value from. */
  enum Binding {
    /** The script that uses it. */
    HERE,
    /** The script that runs the one that uses it: it is in the words that are given to this. */
    CALLER,
    /**
     * Nowhere: nothing was known to set it when it was used, and what is set later does not count.
     */
    NOWHERE
  }

  /**
   * One of several values.
   *
   * @param values what it may be
   * @param every whether it is each of them, one after another
   * @param source what chooses, as it stands in the file
   * @param condition when it is the first one; empty where that is not said
   */
  record OneOf(
      List<ShellWord> values, boolean every, String source, String condition, int start, int end)
      implements Piece {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public Piece at(int newStart, int newEnd) {
      return new OneOf(values, every, source, condition, newStart, newEnd);
    }
  }

  /**
   * An expression of Actions, which is replaced before any shell sees the script.
   *
   * @param body what stands between <code>${{</code> and <code>}}</code>, stripped
   * @param given whether it was given to an action or a workflow, so that its inputs and secrets
   *     are those of the caller
   */
  record Expression(String body, int start, int end, boolean given) implements Piece {
    public Expression(String body, int start, int end) {
      this(body, start, end, false);
    }

    @Override
    public Piece at(int newStart, int newEnd) {
      return new Expression(body, newStart, newEnd, given);
    }
  }

  /**
   * A secret that a workflow uses and its caller does not pass.
   *
   * @param secret its name, in capitals
   */
  record NotPassed(String secret, int start, int end) implements Piece {
    @Override
    public Piece at(int newStart, int newEnd) {
      return new NotPassed(secret, newStart, newEnd);
    }
  }

  /**
   * What comes of running something: a command substitution, arithmetic.
   *
   * @param text as it stands in the script
   */
  record Computed(String text, int start, int end) implements Piece {

    @Override
    public Piece at(int newStart, int newEnd) {
      return new Computed(text, newStart, newEnd);
    }

    /** What stands in the place of a piece whose value is too much to find. */
    public static Computed of(Piece piece) {
      return new Computed("", piece.start(), piece.end());
    }
  }
}
