package io.github.containerversions.pushes.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A simple command of a script (POSIX, Shell Command Language, 2.9.1).
 *
 * @param assignments what stands before the words; of the script where there are no words
 * @param words its name and arguments; reserved words such as {@code if} and {@code then} that
 *     stand before a command are left out
 * @param input the here-document or here-string that it reads, at most one
 * @param outputs the files that it writes to
 * @param feeder the command whose output it reads through a pipe, at most one
 * @param followed the script that it runs, where that could be read, at most one
 * @param defines the function that it defines, at most one; such a command has no words
 * @param conditional whether it runs only in some cases: within {@code if}, {@code case} or a loop,
 *     or after {@code &&} or {@code ||}
 * @param mark what begins or ends here, where it is no command at all
 */
public record Command(
    List<Assignment> assignments,
    List<ShellWord> words,
    List<ShellWord> input,
    List<ShellWord> outputs,
    List<Command> feeder,
    List<Followed> followed,
    List<Function> defines,
    boolean conditional,
    Mark mark) {

  /** Commands whose arguments are assignments as well (bash, declaration commands). */
  static final Set<String> DECLARING = Set.of("export", "readonly", "local", "declare", "typeset");

  public Command {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    input = List.copyOf(input);
    outputs = List.copyOf(outputs);
    feeder = List.copyOf(feeder);
    followed = List.copyOf(followed);
    defines = List.copyOf(defines);
  }

  /** A command as it stands, with nothing followed. */
  public Command(
      List<Assignment> assignments,
      List<ShellWord> words,
      List<ShellWord> input,
      List<ShellWord> outputs,
      List<Command> feeder) {
    this(assignments, words, input, outputs, feeder, List.of(), List.of(), false, Mark.NONE);
  }

  /** Assignments alone. */
  public static Command assigning(List<Assignment> assignments, boolean conditional) {
    return new Command(
        assignments,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        conditional,
        Mark.NONE);
  }

  /** What begins or ends between two commands. */
  public static Command marking(Mark mark) {
    return new Command(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, mark);
  }

  /** The same command with the script that it runs. */
  public Command with(Followed script) {
    return copy(words, input, List.of(script), defines, conditional);
  }

  /** The same command with something to read. */
  public Command reading(List<ShellWord> from) {
    return copy(words, from, followed, defines, conditional);
  }

  /** The same definition with another body of its function. */
  public Command defining(Function function) {
    return copy(words, input, followed, List.of(function), conditional);
  }

  /** The same command with other words. */
  public Command saying(List<ShellWord> others) {
    return copy(others, input, followed, defines, conditional);
  }

  /** The same command, which runs in some cases only. */
  public Command inSomeCases() {
    return conditional ? this : copy(words, input, followed, defines, true);
  }

  private Command copy(
      List<ShellWord> newWords,
      List<ShellWord> newInput,
      List<Followed> newFollowed,
      List<Function> newDefines,
      boolean newConditional) {
    return new Command(
        assignments,
        newWords,
        newInput,
        outputs,
        feeder,
        newFollowed,
        newDefines,
        newConditional,
        mark);
  }

  /**
   * A function of a script (POSIX, Shell Command Language, 2.9.5).
   *
   * @param body its commands
   */
  public record Function(String name, Script body) {}

  /** Whether what it assigns stays set after it, and is not only for the program that it runs. */
  public boolean setsForGood() {
    return words.isEmpty() || words.get(0).text().filter(DECLARING::contains).isPresent();
  }

  /**
   * A variable and what it is set to.
   *
   * @param weak whether it is set only where it has no value yet
   * @param deferred whether the variables in the value are those of when it is used, as in make
   * @param array the elements, where it is an array
   */
  public record Assignment(
      String name, ShellWord value, boolean weak, boolean deferred, Optional<Array> array) {
    public Assignment(String name, ShellWord value) {
      this(name, value, false, false, Optional.empty());
    }

    /** One of a file that says what variables are, in any order. */
    public static Assignment deferred(String name, ShellWord value, boolean weak) {
      return new Assignment(name, value, weak, true, Optional.empty());
    }
  }

  /**
   * The elements of an array (bash, "Arrays").
   *
   * @param added whether they follow those that it has
   */
  public record Array(List<ShellWord> elements, boolean added) {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A script that a command runs.
   *
   * @param script its commands
   * @param ownShell whether what it sets ends with it
   * @param arguments the words that it gets as {@code $1} and so on
   * @param problem why it is not followed any further; empty where it is
   */
  public record Followed(
      Script script, boolean ownShell, List<ShellWord> arguments, String problem) {
    public Followed {
      arguments = List.copyOf(arguments);
    }
  }
}
