package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables and arrays that a script has set so far, at one point of it. */
final class ScriptVariables {
  /** So many elements of an array are kept. */
  private static final int MAX_ELEMENTS = 200;

  private static final Pattern ELEMENT = Pattern.compile("\\w+\\[(\\d{1,3})\\]");

  private final VariableScope all;
  private final Map<String, List<LocatedPiece>> assigned = new HashMap<>();
  private final Map<String, List<List<LocatedPiece>>> arrays = new HashMap<>();
  private final Set<String> openArrays = new HashSet<>();

  /**
   * Those of a script that has not begun.
   *
   * @param all everything that its words may refer to
   */
  ScriptVariables(VariableScope all) {
    this.all = all;
  }

  /** Another script begins. */
  void clear() {
    assigned.clear();
    arrays.clear();
    openArrays.clear();
  }

  /** Whether a name is that of one element of an array. */
  static boolean isElement(String name) {
    return ELEMENT.matcher(name).matches();
  }

  /** What a variable, or one element of an array, was set to; null where that is not known. */
  @Nullable List<LocatedPiece> value(String name) {
    List<LocatedPiece> value = assigned.get(name);
    if (value != null || !isElement(name)) {
      return value;
    }
    int index = name.indexOf('[');
    String array = name.substring(0, index);
    int at = Integer.parseInt(name.substring(index + 1, name.length() - 1));
    List<List<LocatedPiece>> elements = arrays.getOrDefault(array, List.of());
    return at < elements.size() && !openArrays.contains(array) ? elements.get(at) : null;
  }

  /** Takes note of what a command sets for itself and for the commands after it. */
  void take(Command command) {
    for (Command.Assignment assignment : command.assignments()) {
      if (!assignment.weak() || !all.isSet(assignment.name())) {
        List<LocatedPiece> value = named(assignment.name(), all.resolve(assignment.value()));
        assignment.array().ifPresent(it -> array(assignment.name(), it, command.conditional()));
        assigned.put(
            assignment.name(),
            command.conditional() ? either(assigned.get(assignment.name()), value) : value);
      }
    }
    setsByName(command);
  }

  /**
   * The variables of a script that runs another one.
   *
   * @param own whether the other script has its own
   * @param assigned the variables
   */
  record Scope(boolean own, Map<String, List<LocatedPiece>> assigned) {}

  /** A script begins that another one runs; it gets its words as numbered variables. */
  Scope enter(Command.Followed followed) {
    Scope outer = new Scope(followed.ownShell(), Map.copyOf(assigned));
    int number = 1;
    for (ShellWord argument : followed.arguments()) {
      assigned.put(String.valueOf(number++), all.resolve(argument));
    }
    return outer;
  }

  /** It ends: what it set is gone, unless it was read into the same shell. */
  void leave(Scope outer) {
    if (outer.own()) {
      assigned.clear();
      assigned.putAll(outer.assigned());
    }
  }

  /** A computed value keeps the name of its variable if this names a commit or a run. */
  private static List<LocatedPiece> named(String name, List<LocatedPiece> value) {
    return value.size() == 1
            && value.get(0).piece() instanceof Piece.Computed it
            && CommitOrRunNames.of(name)
        ? List.of(
            new LocatedPiece(
                new Piece.Computed(name + " " + it.text(), it.start(), it.end()),
                value.get(0).owner()))
        : value;
  }

  /** An array; what is added to it in some cases leaves it open what else there is. */
  private void array(String name, Command.Array array, boolean conditional) {
    List<List<LocatedPiece>> elements =
        new ArrayList<>(array.added() ? arrays.getOrDefault(name, List.of()) : List.of());
    for (ShellWord element : array.elements()) {
      for (ShellWord word : expanded(element)) {
        if (elements.size() < MAX_ELEMENTS) {
          elements.add(all.resolve(word));
        }
      }
    }
    boolean unknown = array.added() && !arrays.containsKey(name);
    boolean changes = conditional && (array.added() || arrays.containsKey(name));
    if (changes || unknown || elements.size() == MAX_ELEMENTS) {
      openArrays.add(name);
    } else if (!array.added()) {
      openArrays.remove(name);
    }
    arrays.put(name, elements);
  }

  /**
   * The words that a word becomes: all elements of an array, or the words of a value without
   * quotes; itself in all other cases. An array that may hold more stays there as well.
   */
  List<ShellWord> expanded(ShellWord word) {
    if (word.pieces().size() != 1) {
      return List.of(word);
    }
    LocatedPiece place = new LocatedPiece(word.pieces().get(0), word);
    List<List<LocatedPiece>> words = List.of();
    boolean open = false;
    if (place.piece() instanceof Piece.Variable it && it.name().matches("\\w+\\[[@*]\\]")) {
      String name = it.name().substring(0, it.name().length() - 3);
      words = arrays.getOrDefault(name, List.of());
      open = openArrays.contains(name) || !arrays.containsKey(name);
    } else if (Words.splits(word)) {
      words = Words.of(all.resolve(word));
      if (words.size() < 2 && words.stream().noneMatch(it -> it.get(0).text().startsWith("-"))) {
        return List.of(word);
      }
    } else {
      return List.of(word);
    }
    List<ShellWord> all = new ArrayList<>();
    words.forEach(it -> all.add(Words.word(it, place)));
    if (open) {
      all.add(word);
    }
    return all;
  }

  /**
   * What a variable is that had a value, and has another one in some cases: known as far as both
   * are the same name of a registry, with the slash after it.
   */
  static List<LocatedPiece> either(@Nullable List<LocatedPiece> before, List<LocatedPiece> value) {
    if (before == null
        || value.isEmpty()
        || LocatedPiece.written(before).equals(LocatedPiece.written(value))) {
      return value;
    }
    LocatedPiece first = value.get(0);
    List<LocatedPiece> both = new ArrayList<>();
    int slash = first.text().indexOf('/');
    if (slash > 0
        && (before.isEmpty()
            || before.get(0).text().startsWith(first.text().substring(0, slash + 1)))) {
      int start = first.piece().start();
      both.add(
          new LocatedPiece(
              new Piece.Text(first.text().substring(0, slash + 1), start, start + slash + 1),
              first.owner()));
    }
    both.add(new LocatedPiece(Piece.Computed.of(first.piece()), first.owner()));
    return both;
  }

  /**
   * The variables as they are without what a command sets for the program that it runs.
   *
   * @param before the variables before it
   */
  void release(Command command, Map<String, List<LocatedPiece>> before) {
    if (!command.setsForGood()) {
      for (Command.Assignment assignment : command.assignments()) {
        List<LocatedPiece> value = before.get(assignment.name());
        if (value == null) {
          assigned.remove(assignment.name());
        } else {
          assigned.put(assignment.name(), value);
        }
      }
    }
  }

  /** The values before a command that sets some for the program that it runs. */
  Map<String, List<LocatedPiece>> before(Command command) {
    return command.setsForGood() || command.assignments().isEmpty()
        ? Map.of()
        : Map.copyOf(assigned);
  }

  /** Loops and {@code read} set variables to each of several values, or to what a run can say. */
  private void setsByName(Command command) {
    List<ShellWord> words = command.words();
    String name = words.isEmpty() ? "" : words.get(0).text().orElse("");
    if (name.equals("for") && words.size() > 1) {
      List<List<LocatedPiece>> values = new ArrayList<>();
      for (ShellWord word : words.subList(Math.min(3, words.size()), words.size())) {
        expanded(word).forEach(it -> values.add(all.resolve(it)));
      }
      takesEach(words.get(1), values);
    } else if (List.of("read", "mapfile", "readarray").contains(name)) {
      List<ShellWord> names =
          words.subList(1, words.size()).stream()
              .filter(it -> it.text().filter(text -> !text.startsWith("-")).isPresent())
              .toList();
      boolean one = name.equals("read") && names.size() == 1;
      for (ShellWord word : names) {
        takesEach(word, one ? read(command) : List.of());
        arrays.remove(word.lead());
      }
    }
  }

  /** The lines that a command reads, where they are known. */
  List<List<LocatedPiece>> read(Command command) {
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
      lines.addAll(Words.lines(all.resolve(word)));
    }
    boolean formats = lines.stream().anyMatch(it -> it.get(0).text().matches("-.*|.*[%\\\\].*"));
    return formats ? List.of() : lines;
  }

  private void takesEach(ShellWord variable, List<List<LocatedPiece>> values) {
    int end = Math.max(variable.end(), variable.start() + 1);
    LocatedPiece place = new LocatedPiece(new Piece.Computed("", variable.start(), end), variable);
    assigned.put(variable.lead(), Words.each(values, true, "$" + variable.lead(), place));
  }
}
