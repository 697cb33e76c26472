package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that is an expression of Actions alone, such as {@code ${{ inputs.command }}}. It is
 * replaced before a shell sees it, so its value is a script.
 */
final class CommandInput {
  private CommandInput() {}

  /** The command with the script that it stands for, or as it is. */
  static Command of(Command command, VariableScope values) {
    if (command.words().size() != 1 || !isExpression(command.words().get(0))) {
      return command;
    }
    ShellWord word = command.words().get(0);
    List<LocatedPiece> value = values.resolve(word);
    if (!value.stream().allMatch(LocatedPiece::isText)) {
      String why = "what this expression runs is known only when it runs: not followed";
      return command.with(new Command.Followed(new Script(List.of(), true), false, List.of(), why));
    }
    StringBuilder text = new StringBuilder();
    value.forEach(it -> text.append(it.text()));
    Script script = ShellReader.read(text.toString(), (start, end) -> word.location());
    return command.with(new Command.Followed(script, false, List.of(), ""));
  }

  /** The commands of a script; {@code read} has what is given to the loop that it stands in. */
  static List<Command> withInput(List<Command> commands) {
    List<Command> all = new ArrayList<>(commands);
    int reader = -1;
    for (int at = 0; at < all.size(); at++) {
      Command command = all.get(at);
      String name = command.words().isEmpty() ? "" : command.words().get(0).lead();
      if (name.equals("read") && command.input().isEmpty() && command.feeder().isEmpty()) {
        reader = at;
      } else if (name.equals("done") && reader >= 0) {
        all.set(reader, all.get(reader).reading(command.input()));
        reader = -1;
      }
    }
    return all;
  }

  /** The lines that a command reads, where they are known. */
  static List<List<LocatedPiece>> lines(Command command, VariableScope values) {
    List<ShellWord> from = new ArrayList<>(command.input());
    if (from.isEmpty() && !command.feeder().isEmpty()) {
      Command feeder = command.feeder().get(0);
      from.addAll(feeder.input());
      if (WrittenFile.prints(feeder) && !feeder.words().get(0).is("cat")) {
        from.addAll(feeder.words().subList(1, feeder.words().size()));
      }
    }
    List<List<LocatedPiece>> lines = new ArrayList<>();
    for (ShellWord word : from) {
      lines.addAll(Words.lines(values.resolve(word)));
    }
    boolean formats = lines.stream().anyMatch(it -> it.get(0).text().matches("-.*|.*[%\\\\].*"));
    return formats ? List.of() : lines;
  }

  private static boolean isExpression(ShellWord word) {
    return word.pieces().size() == 1 && word.pieces().get(0) instanceof Piece.Expression;
  }
}
