package io.github.containerversions.pushes.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that is being read: its here-document stands on lines after its own. */
final class CommandBuilder {

  private final List<Command.Assignment> assignments = new ArrayList<>();
  private final List<ShellWord> words = new ArrayList<>();
  final List<ShellWord> input = new ArrayList<>();
  final List<ShellWord> outputs = new ArrayList<>();
  @Nullable CommandBuilder feeder;
  boolean conditional;
  private Mark mark = Mark.NONE;
  private String function = "";
  private List<CommandBuilder> body = List.of();
  private @Nullable Command command;

  /** The definition of a function. */
  static CommandBuilder function(String name, List<CommandBuilder> body) {
    CommandBuilder definition = new CommandBuilder();
    definition.function = name;
    definition.body = body;
    return definition;
  }

  /** What begins or ends between two commands. */
  static CommandBuilder mark(Mark mark) {
    CommandBuilder between = new CommandBuilder();
    between.mark = mark;
    return between;
  }

  /** A variable that is set where it has no value. */
  static CommandBuilder weak(String name, ShellWord value) {
    CommandBuilder command = new CommandBuilder();
    command.assignments.add(new Command.Assignment(name, value, true, false, Optional.empty()));
    return command;
  }

  boolean isEmpty() {
    return assignments.isEmpty() && words.isEmpty() && input.isEmpty() && outputs.isEmpty();
  }

  void clear() {
    words.clear();
  }

  boolean begins(String word) {
    return !words.isEmpty() && words.get(0).is(word);
  }

  /** Whether its last word is the pattern of a case that fits everything. */
  boolean endsInAsterisk() {
    return !words.isEmpty() && words.get(words.size() - 1).is("*");
  }

  /** Whether it is nothing but the end of a group of commands. */
  boolean isBrace() {
    return assignments.isEmpty() && words.size() == 1 && words.get(0).is("}");
  }

  /** Whether it begins as a function does in ksh and bash, without parentheses. */
  boolean isNamedFunction() {
    return words.size() == 2 && !functionName().isEmpty();
  }

  /** The name that a function would have whose body follows; empty where none can. */
  String functionName() {
    boolean keyword = words.size() == 2 && words.get(0).is("function");
    return assignments.isEmpty() && (keyword || words.size() == 1)
        ? words.get(words.size() - 1).text().orElse("")
        : "";
  }

  /** Adds a word, as an assignment where it is one. */
  void add(ShellWord word) {
    int name = assigned(word);
    if (name > 0 && (words.isEmpty() || declares())) {
      String lead = word.lead();
      boolean appends = lead.charAt(name) == '+';
      String variable = lead.substring(0, name);
      ShellWord value = word.after(appends ? name + 2 : name + 1);
      assignments.add(
          new Command.Assignment(variable, appends ? appended(variable, word, value) : value));
    } else {
      words.add(word);
    }
  }

  /** Whether a word begins an array, where a parenthesis follows it. */
  boolean beginsArray(ShellWord word) {
    int name = assigned(word);
    String sign = name > 0 ? word.text().map(it -> it.substring(name)).orElse("") : "";
    return (sign.equals("=") || sign.equals("+=")) && (words.isEmpty() || declares());
  }

  /** Adds an array; its name alone stands for the first element. */
  void addArray(ShellWord word, List<ShellWord> elements) {
    String lead = word.lead();
    String name = lead.substring(0, assigned(word));
    boolean added = lead.endsWith("+=");
    ShellWord value =
        added
            ? new ShellWord(
                List.of(new Piece.Variable(name, word.start(), word.end())),
                word.start(),
                word.end(),
                word.positions())
            : elements.isEmpty() ? word.after(lead.length()) : elements.get(0);
    assignments.add(
        new Command.Assignment(
            name, value, false, false, Optional.of(new Command.Array(elements, added))));
  }

  /** {@code NAME+=value} is the old value and the new one. */
  private static ShellWord appended(String name, ShellWord word, ShellWord value) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Variable(name, word.start(), word.start() + name.length()));
    pieces.addAll(value.pieces());
    return new ShellWord(pieces, word.start(), word.end(), word.positions());
  }

  private boolean declares() {
    return words.get(0).text().filter(Command.DECLARING::contains).isPresent();
  }

  /** The length of the name that a word assigns to; 0 where it is no assignment. */
  private static int assigned(ShellWord word) {
    String lead = word.lead();
    int at = 0;
    while (at < lead.length() && isNamePart(lead.charAt(at), at)) {
      at++;
    }
    return lead.startsWith("=", at) || lead.startsWith("+=", at) ? at : 0;
  }

  static boolean isNamePart(char c, int index) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (index > 0 && c >= '0' && c <= '9');
  }

  /** The command; what feeds it must have been asked before. */
  Command command() {
    Command made = command;
    if (made == null) {
      List<Command> from = feeder == null ? List.of() : List.of(feeder.command());
      List<Command.Function> defines = new ArrayList<>();
      if (!function.isEmpty()) {
        List<Command> commands = body.stream().map(CommandBuilder::command).toList();
        defines.add(new Command.Function(function, new Script(LoopRounds.in(commands), true)));
      }
      made =
          new Command(
              assignments, words, input, outputs, from, List.of(), defines, conditional, mark);
      command = made;
    }
    return made;
  }
}
