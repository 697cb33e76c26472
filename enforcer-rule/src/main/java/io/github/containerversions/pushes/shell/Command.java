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
 * @param conditional whether it runs only in some cases: within {@code if}, {@code case} or a loop,
 *     or after {@code &&} or {@code ||}
 */
public record Command(
    List<Assignment> assignments,
    List<ShellWord> words,
    List<ShellWord> input,
    List<ShellWord> outputs,
    List<Command> feeder,
    List<Followed> followed,
    boolean conditional) {

  /** Commands whose arguments are assignments as well (bash, declaration commands). */
  static final Set<String> DECLARING = Set.of("export", "readonly", "local", "declare", "typeset");

  public Command {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    input = List.copyOf(input);
    outputs = List.copyOf(outputs);
    feeder = List.copyOf(feeder);
    followed = List.copyOf(followed);
  }

  /** A command as it stands, with nothing followed. */
  public Command(
      List<Assignment> assignments,
      List<ShellWord> words,
      List<ShellWord> input,
      List<ShellWord> outputs,
      List<Command> feeder) {
    this(assignments, words, input, outputs, feeder, List.of(), false);
  }

  /** The same command with the script that it runs. */
  public Command with(Followed script) {
    return new Command(assignments, words, input, outputs, feeder, List.of(script), conditional);
  }

  /** The same command with something to read. */
  public Command reading(List<ShellWord> from) {
    return new Command(assignments, words, from, outputs, feeder, followed, conditional);
  }

  /** Whether what it assigns stays set after it, and is not only for the program that it runs. */
  public boolean setsForGood() {
    return words.isEmpty() || words.get(0).text().filter(DECLARING::contains).isPresent();
  }

  /**
   * A variable and what it is set to.
   *
   * @param weak whether it is set only where it has no value yet
   * @param array the elements, where it is an array
   */
  public record Assignment(String name, ShellWord value, boolean weak, Optional<Array> array) {
    public Assignment(String name, ShellWord value, boolean weak) {
      this(name, value, weak, Optional.empty());
    }

    public Assignment(String name, ShellWord value) {
      this(name, value, false);
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
