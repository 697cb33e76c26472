package io.github.containerversions.pushes.shell;

import java.util.List;

/**
 * A simple command of a script (POSIX, Shell Command Language, 2.9.1).
 *
 * @param assignments what stands before the words; of the script where there are no words
 * @param words its name and arguments; reserved words such as {@code if} and {@code then} that
 *     stand before a command are left out
 * @param input the here-document or here-string that it reads, at most one
 * @param outputs the files that it writes to
 * @param feeder the command whose output it reads through a pipe, at most one
 */
public record Command(
    List<Assignment> assignments,
    List<ShellWord> words,
    List<ShellWord> input,
    List<ShellWord> outputs,
    List<Command> feeder) {

  public Command {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    input = List.copyOf(input);
    outputs = List.copyOf(outputs);
    feeder = List.copyOf(feeder);
  }

  /** A variable and what it is set to. */
  public record Assignment(String name, ShellWord value) {}
}
