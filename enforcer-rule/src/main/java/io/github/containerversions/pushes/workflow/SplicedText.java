package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Positions;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Commands that stand in the words of another, as in {@code bash -c "docker push $IMAGE"}. What the
 * shell puts in for a variable is one word or a part of one, as long as it has no blanks and
 * quotes.
 */
final class SplicedText {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, ShellWord> variables = new LinkedHashMap<>();
  private boolean begun;

  /** Adds a word; false where it has a part that may be any commands. */
  boolean add(ShellWord word) {
    text.append(text.isEmpty() ? "" : " ");
    return word.pieces().stream().allMatch(it -> add(it, word));
  }

  private boolean add(Piece piece, ShellWord word) {
    if (piece instanceof Piece.Text it) {
      begun |= !it.text().isBlank();
      text.append(it.text());
      return true;
    } else if (!begun) {
      return false; // it may be a command with its words
    } else if (piece instanceof Piece.Expression it) {
      text.append("${{ ").append(it.body()).append(" }}");
      return !it.given();
    } else if (piece instanceof Piece.Variable it
        && it.otherwise().isEmpty()
        && it.name().matches("[A-Za-z_]\\w*")) {
      text.append("${").append(it.name()).append('}');
      variables.put(
          it.name(), new ShellWord(List.of(it), word.start(), word.end(), word.positions()));
      return true;
    }
    return false;
  }

  /**
   * The commands.
   *
   * @param ownShell whether another shell runs them, to which the variables mean something else
   */
  Script read(Positions positions, boolean ownShell) {
    Script script = ShellReader.read(text.toString(), positions);
    if (!ownShell || variables.isEmpty()) {
      return script;
    }
    List<Command.Assignment> set = new ArrayList<>();
    variables.forEach((name, word) -> set.add(new Command.Assignment(name, word.ofCaller())));
    List<Command> commands = new ArrayList<>(List.of(Command.assigning(set, false)));
    commands.addAll(script.commands());
    return new Script(commands, script.complete());
  }
}
