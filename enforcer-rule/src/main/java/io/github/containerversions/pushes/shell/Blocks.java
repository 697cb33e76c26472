package io.github.containerversions.pushes.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The compound commands that are open in a script, or in one substitution of it (POSIX, Shell
 * Command Language, 2.9.3 and 2.9.4). What does not fit is passed over.
 */
final class Blocks {
  private enum Kind {
    SUBSHELL,
    GROUP,
    /** The condition of {@code if}. */
    IF,
    THEN,
    /** What stands before {@code do}. */
    LOOP,
    DO,
    /** What stands before the first pattern. */
    CASE,
    ARM,
    /** What stands after {@code &&} or {@code ||}. */
    OPERATOR,
    /** What reads from a pipe: bash runs it in a shell of its own. */
    PIPE;

    boolean isMarked() {
      return this != GROUP && this != IF && this != LOOP && this != CASE;
    }

    boolean isConditional() {
      return this != GROUP && this != SUBSHELL && this != PIPE;
    }
  }

  private final Deque<Kind> open = new ArrayDeque<>();
  private final Map<Kind, Integer> count = new EnumMap<>(Kind.class);
  private final Consumer<Mark> marks;
  private int conditional;
  private boolean patternExpected;

  /**
   * None.
   *
   * @param conditional whether all of it runs in some cases only
   * @param marks takes what begins and ends
   */
  Blocks(boolean conditional, Consumer<Mark> marks) {
    this.conditional = conditional ? 1 : 0;
    this.marks = marks;
  }

  /** Whether a command here runs in some cases only. */
  boolean isConditional() {
    return conditional > 0;
  }

  /** Whether the next words are a pattern of a case. */
  boolean isPattern() {
    return patternExpected;
  }

  /** A command begins with a word that may be a reserved one. */
  void begins(String word) {
    switch (word) {
      case "{" -> opens(Kind.GROUP);
      case "if" -> opens(Kind.IF);
      case "for", "select", "while", "until" -> opens(Kind.LOOP);
      case "case" -> {
        opens(Kind.CASE);
        patternExpected = true;
      }
      case "then" -> becomes(Kind.IF, Kind.THEN, Mark.BRANCH);
      case "do" -> becomes(Kind.LOOP, Kind.DO, Mark.LOOP);
      case "elif" -> next(Kind.THEN, Mark.NEXT_BRANCH);
      case "else" -> next(Kind.THEN, Mark.LAST_BRANCH);
      case "fi" -> closes(Kind.THEN, Kind.IF);
      case "done" -> closes(Kind.DO, Kind.LOOP);
      case "esac" -> {
        closes(Kind.ARM, Kind.CASE);
        patternExpected = false;
      }
      case "}" -> closes(Kind.GROUP, Kind.GROUP);
      default -> {}
    }
  }

  /** The body of a function begins, up to a brace. */
  void function() {
    opens(Kind.GROUP);
  }

  /** A pipeline ends. */
  void ends() {
    while (open.peek() == Kind.OPERATOR || open.peek() == Kind.PIPE) {
      pop();
    }
  }

  void pipe() {
    if (!patternExpected) {
      opens(Kind.PIPE);
      marks.accept(Mark.SUBSHELL);
    }
  }

  void operator() {
    opens(Kind.OPERATOR);
    marks.accept(Mark.BRANCH);
  }

  void parenthesis() {
    if (!patternExpected) {
      opens(Kind.SUBSHELL);
      marks.accept(Mark.SUBSHELL);
    }
  }

  /**
   * A parenthesis closes a subshell, or the pattern of a case.
   *
   * @param any whether the pattern fits everything
   * @return false where it does neither
   */
  boolean closesParenthesis(boolean any) {
    if (patternExpected && isOpen(Kind.CASE)) {
      becomes(Kind.CASE, Kind.ARM, Mark.BRANCH);
    } else if (patternExpected && isOpen(Kind.ARM)) {
      next(Kind.ARM, any ? Mark.LAST_BRANCH : Mark.NEXT_BRANCH);
    } else if (isOpen(Kind.SUBSHELL)) {
      closes(Kind.SUBSHELL, Kind.SUBSHELL);
      ends();
    } else {
      return isOpen(Kind.ARM);
    }
    patternExpected = false;
    return true;
  }

  /** Two semicolons end the commands of a pattern. */
  void patternEnds() {
    patternExpected = isOpen(Kind.ARM);
  }

  /** The script or the substitution ends. */
  void end() {
    while (!open.isEmpty()) {
      pop();
    }
  }

  private boolean isOpen(Kind kind) {
    return count.getOrDefault(kind, 0) > 0;
  }

  private void opens(Kind kind) {
    open.push(kind);
    count.merge(kind, 1, Integer::sum);
    conditional += kind.isConditional() ? 1 : 0;
  }

  private void becomes(Kind from, Kind to, Mark mark) {
    if (upTo(from, from)) {
      pop();
      opens(to);
      marks.accept(mark);
    }
  }

  private void next(Kind kind, Mark mark) {
    if (upTo(kind, kind)) {
      marks.accept(mark);
    }
  }

  private void closes(Kind kind, Kind unbegun) {
    if (upTo(kind, unbegun)) {
      pop();
    }
  }

  /** Closes what was not closed within one of two kinds; false where none is open. */
  private boolean upTo(Kind kind, Kind other) {
    if (!isOpen(kind) && !isOpen(other)) {
      return false;
    }
    while (!List.of(kind, other).contains(open.peek())) {
      pop();
    }
    return true;
  }

  private void pop() {
    Kind last = open.pop();
    count.merge(last, -1, Integer::sum);
    conditional -= last.isConditional() ? 1 : 0;
    if (last.isMarked()) {
      marks.accept(Mark.END);
    }
  }
}
