package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the shell does itself that changes variables by their names, or where its script goes on
 * (POSIX.1-2024, Shell Command Language, 2.9.4 and 2.15, and bash's manual, "Bash Builtins").
 */
final class Builtins {
  private Builtins() {}

  /**
   * What a command does to the shell that it runs in.
   *
   * @param arguments the words that the script or the function was given
   * @return the same, or what {@code shift} and {@code set} leave of them
   */
  static Arguments run(Command command, Shell shell, Arguments arguments, VariableScope all) {
    List<ShellWord> words = command.words();
    String name = words.isEmpty() ? "" : words.get(0).lead();
    if (name.equals("exit")) {
      shell.branches().exits();
    } else if (name.equals("return")) {
      shell.branches().returns();
    } else if (name.equals("break") || name.equals("continue")) {
      shell.branches().endsLoop();
    } else if (name.equals("unset")) {
      words.stream()
          .skip(1)
          .filter(it -> !it.lead().startsWith("-"))
          .forEach(it -> unset(it, shell));
    } else if (name.indexOf('[') > 0) {
      // A[1]=value: which element that is may not be known.
      shell.removeArray(name.substring(0, name.indexOf('[')));
    } else if (name.equals("shift")) {
      Optional<String> by = words.size() > 1 ? words.get(1).text() : Optional.of("1");
      boolean known = !command.conditional() && by.filter(it -> it.matches("\\d")).isPresent();
      return known ? arguments.without(Integer.parseInt(by.orElse("1"))) : Arguments.UNKNOWN;
    } else if (name.equals("set") && words.size() > 1 && words.get(1).is("--")) {
      return command.conditional()
          ? Arguments.UNKNOWN
          : Arguments.of(words.subList(2, words.size()), all);
    } else if (List.of("for", "select").contains(name) && words.size() > 1) {
      loop(words, name.equals("for"), shell, all);
    } else if (name.equals("printf") && words.size() > 2 && words.get(1).is("-v")) {
      takesEach(shell, words.get(2), List.of(), true);
    } else if (name.equals("getopts") && words.size() > 2) {
      takesEach(shell, words.get(2), List.of(), true);
    } else if (Exports.isOfUnknown(command)) {
      all.open("what " + name + " is given", false);
    } else if (List.of("read", "mapfile", "readarray").contains(name)) {
      read(command, name.equals("read"), shell, all);
    }
    return arguments;
  }

  /** The variable of a loop is each of its words, one after the other. */
  private static void loop(
      List<ShellWord> words, boolean takesAll, Shell shell, VariableScope all) {
    ShellWord variable = words.get(1);
    boolean named = words.size() > 2 && words.get(2).is("in");
    List<ShellWord> from = named ? words.subList(3, words.size()) : List.of(given(variable));
    List<List<LocatedPiece>> values = new ArrayList<>();
    boolean every = takesAll;
    for (ShellWord word : from) {
      List<ShellWord> each = ExpandedWords.of(word, all);
      each.forEach(it -> values.add(Arguments.isList(it) ? unknown(it) : all.resolve(it)));
      // What stands after what is not known may be there in some cases only.
      every &= each.stream().limit(Math.max(1, each.size()) - 1L).noneMatch(Arguments::isList);
    }
    takesEach(shell, variable, values, every);
  }

  /** Without {@code in}, a loop goes over the words that the script or the function is given. */
  private static ShellWord given(ShellWord variable) {
    int end = Math.max(variable.end(), variable.start() + 1);
    return new ShellWord(
        List.of(new Piece.Variable("@", variable.start(), end)),
        variable.start(),
        end,
        variable.positions());
  }

  private static void read(Command command, boolean line, Shell shell, VariableScope all) {
    List<ShellWord> names =
        command.words().stream()
            .skip(1)
            .filter(it -> it.text().filter(text -> !text.startsWith("-")).isPresent())
            .toList();
    boolean one = line && names.size() == 1;
    for (ShellWord word : names) {
      takesEach(shell, word, one ? CommandInput.lines(command, all) : List.of(), true);
      shell.removeArray(word.lead());
    }
  }

  /** It is nowhere, whatever the environment has. */
  private static void unset(ShellWord word, Shell shell) {
    String name = word.lead();
    int element = name.indexOf('[');
    shell.removeArray(element < 0 ? name : name.substring(0, element));
    Piece nothing =
        new Piece.Variable(name, word.start(), word.end(), List.of(), Piece.Binding.NOWHERE);
    shell.unset(name, List.of(new LocatedPiece(nothing, word)));
  }

  private static List<LocatedPiece> unknown(ShellWord word) {
    Piece piece = new Piece.Computed("", word.start(), Math.max(word.end(), word.start() + 1));
    return List.of(new LocatedPiece(piece, word));
  }

  private static void takesEach(
      Shell shell, ShellWord variable, List<List<LocatedPiece>> values, boolean every) {
    int end = Math.max(variable.end(), variable.start() + 1);
    LocatedPiece place = new LocatedPiece(new Piece.Computed("", variable.start(), end), variable);
    shell.set(variable.lead(), Words.each(values, every, "$" + variable.lead(), place));
  }
}
