package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of a Makefile (GNU make's manual, "How to Use Variables") or a justfile, in the
 * order in which they are set. One that is set in a conditional part has that value, or another.
 */
final class RecipeVariables {
  private final boolean just;
  private final List<Command> set = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, ShellWord> once = new HashMap<>();

  RecipeVariables(boolean just) {
    this.just = just;
  }

  /**
   * Takes note of a line that sets a variable.
   *
   * @param sign what stands between name and value
   * @param start where the value begins, blanks included
   * @param conditional whether the line is used in some cases only
   */
  void add(SourceText source, String name, String sign, int start, int end, boolean conditional) {
    String text = source.content();
    int from = start;
    int to = end;
    int comment = text.substring(from, to).indexOf(" #");
    to = comment >= 0 ? from + comment : to;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    ShellWord value;
    if (just
        && to - from > 1
        && "\"'".indexOf(text.charAt(from)) >= 0
        && text.charAt(to - 1) == text.charAt(from)) {
      value = expanded(source, from + 1, to - 1);
    } else {
      value = just ? unknown(source, from, to) : expanded(source, from, to);
    }
    if (conditional && !names.contains(name)) {
      // Where none of its parts is used, it comes from elsewhere, or is empty.
      set(Command.Assignment.deferred(name, unknown(source, from, to), true), false);
    }
    boolean adds = sign.equals("+=") && names.contains(name);
    ShellWord whole = adds ? after(name, value, from) : value;
    boolean atOnce = !just && sign.startsWith(":");
    set(
        atOnce
            ? new Command.Assignment(name, whole)
            : Command.Assignment.deferred(name, whole, sign.equals("?=")),
        conditional);
  }

  private void set(Command.Assignment one, boolean conditional) {
    if (names.add(one.name())) {
      once.put(one.name(), one.value());
    } else {
      once.remove(one.name());
    }
    set.add(Command.assigning(List.of(one), conditional));
  }

  /** The old value, a space and the new one. */
  private static ShellWord after(String name, ShellWord value, int at) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Variable(name, at, at + 1));
    pieces.add(new Piece.Text(" ", at, at + 1));
    pieces.addAll(value.pieces());
    return new ShellWord(pieces, value.start(), value.end(), value.positions());
  }

  private ShellWord expanded(SourceText source, int from, int to) {
    Expansion value = new Expansion(source, just);
    value.add(from, to, false);
    return ShellReader.expanded(value.text(), value);
  }

  static ShellWord unknown(SourceText source, int from, int to) {
    return new ShellWord(
        List.of(new Piece.Computed("$(:)", from, Math.max(to, from + 1))), from, to, source::span);
  }

  /** The commands that set them; what the command line sets counts instead. */
  List<Command> commands(Map<String, ShellWord> commandLine) {
    List<Command> commands = new ArrayList<>();
    List<Command.Assignment> together = new ArrayList<>();
    commandLine.forEach((name, value) -> together.add(new Command.Assignment(name, value)));
    for (Command one : set) {
      if (commandLine.containsKey(one.assignments().get(0).name())) {
        continue;
      }
      if (one.conditional()) {
        commands.add(Command.assigning(together, false));
        commands.add(Command.marking(Mark.BRANCH));
        commands.add(one);
        commands.add(Command.marking(Mark.END));
        together.clear();
      } else {
        together.addAll(one.assignments());
      }
    }
    if (!together.isEmpty() || commands.isEmpty()) {
      commands.add(Command.assigning(together, false));
    }
    return commands;
  }

  /** The text of a variable that is set once. */
  Optional<String> text(String name) {
    return Optional.ofNullable(once.get(name)).flatMap(ShellWord::text);
  }
}
