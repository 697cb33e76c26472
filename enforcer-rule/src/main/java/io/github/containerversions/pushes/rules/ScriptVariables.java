package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables and arrays that a script has set so far, at one point of it. */
final class ScriptVariables {
  /** So many elements of an array are kept. */
  private static final int MAX_ELEMENTS = 200;

  /** Values that are longer in all are no choice between names of images. */
  private static final int MAX_LENGTH = 4_000;

  /** The most pieces of a value. */
  private static final int MAX_PIECES = 1_000;

  private static final Set<String> LOCAL = Set.of("local", "declare", "typeset");

  private static final Pattern ELEMENT = Pattern.compile("\\w+\\[(\\d{1,3})\\]");

  private final VariableScope all;
  private final Map<String, List<LocatedPiece>> assigned = new HashMap<>();
  private final Map<String, List<List<LocatedPiece>>> arrays = new HashMap<>();
  private final Set<String> openArrays = new HashSet<>();
  private final Deque<Map<String, Saved>> locals = new ArrayDeque<>();
  private Arguments arguments = Arguments.NONE;
  private boolean shiftsInLoop;
  private boolean conditional;

  /** What a variable was outside of the function that has one of its own by that name. */
  private record Saved(
      @Nullable List<LocatedPiece> value, @Nullable List<List<LocatedPiece>> array, boolean open) {}

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
    locals.clear();
    arguments = Arguments.NONE;
    shiftsInLoop = false;
  }

  /** Whether a name is that of one element of an array. */
  static boolean isElement(String name) {
    return ELEMENT.matcher(name).matches();
  }

  /** Whether all elements that an array may have are known, though not which of them it has. */
  boolean isArray(String name) {
    int index = name.indexOf('[');
    List<List<LocatedPiece>> elements = index < 0 ? null : arrays.get(name.substring(0, index));
    return elements != null && elements.size() < MAX_ELEMENTS;
  }

  /** What a variable, or one element of an array, was set to; null where that is not known. */
  @Nullable List<LocatedPiece> value(String name) {
    if (!name.isEmpty() && name.chars().allMatch(it -> it >= '0' && it <= '9')) {
      return name.length() > 3 || name.equals("0") || (shiftsInLoop && conditional)
          ? null
          : arguments.word(Integer.parseInt(name));
    }
    if (Arguments.from(name) > 0) {
      return shiftsInLoop && conditional ? null : arguments.together(Arguments.from(name));
    }
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
    conditional = command.conditional();
    localise(command);
    for (Command.Assignment assignment : command.assignments()) {
      if (!assignment.weak() || !all.isSet(assignment.name())) {
        List<LocatedPiece> value =
            bounded(named(assignment.name(), all.resolve(assignment.value())));
        assignment.array().ifPresent(it -> array(assignment.name(), it, command.conditional()));
        assigned.put(
            assignment.name(),
            command.conditional()
                ? either(assignment.name(), assigned.get(assignment.name()), value)
                : value);
      }
    }
    setsByName(command);
  }

  /** A value that grows with each command is unknown from some length on. */
  private static List<LocatedPiece> bounded(List<LocatedPiece> value) {
    if (value.size() <= MAX_PIECES) {
      return value;
    }
    LocatedPiece first = value.get(0);
    return List.of(new LocatedPiece(Piece.Computed.of(first.piece()), first.owner()));
  }

  /** In a function, {@code local} and the like give it a variable of its own. */
  private void localise(Command command) {
    Map<String, Saved> own = locals.peek();
    if (own == null
        || command.words().isEmpty()
        || !LOCAL.contains(command.words().get(0).lead())) {
      return;
    }
    for (ShellWord word : command.words().subList(1, command.words().size())) {
      String name = word.text().orElse("-");
      if (!name.startsWith("-")) {
        save(name, own);
        assigned.remove(name);
        arrays.remove(name);
      }
    }
    command.assignments().forEach(it -> save(it.name(), own));
  }

  private void save(String name, Map<String, Saved> own) {
    own.putIfAbsent(
        name, new Saved(assigned.get(name), arrays.get(name), openArrays.contains(name)));
  }

  /**
   * The variables of what runs a script or a function.
   *
   * @param own those that come back in the end, as the script has its own; empty where it has not
   * @param function whether it is a function that runs in the same shell
   */
  record Scope(
      Optional<Map<String, List<LocatedPiece>>> own,
      boolean function,
      Arguments arguments,
      boolean shiftsInLoop) {}

  /** A script begins that another one runs. */
  Scope enter(Command.Followed followed) {
    boolean keeps = !followed.ownShell() && followed.arguments().isEmpty();
    return enter(
        followed.script(),
        keeps ? arguments : Arguments.of(followed.arguments(), all),
        followed.ownShell(),
        false);
  }

  /** A script or a function begins, with the words that it is given. */
  Scope enter(Script script, Arguments given, boolean ownShell, boolean function) {
    Scope outer =
        new Scope(
            ownShell ? Optional.of(new HashMap<>(assigned)) : Optional.empty(),
            function,
            arguments,
            shiftsInLoop);
    arguments = given;
    shiftsInLoop = shiftsInLoop(script);
    if (function) {
      locals.push(new HashMap<>());
    }
    return outer;
  }

  /** Which of its words {@code $1} is then depends on how often the loop has run. */
  private static boolean shiftsInLoop(Script script) {
    return script.commands().stream()
        .anyMatch(it -> it.conditional() && !it.words().isEmpty() && it.words().get(0).is("shift"));
  }

  /** It ends: what it set is gone, unless it was read into the same shell. */
  void leave(Scope outer) {
    arguments = outer.arguments();
    shiftsInLoop = outer.shiftsInLoop();
    if (outer.function()) {
      locals
          .pop()
          .forEach(
              (name, saved) -> {
                put(assigned, name, saved.value());
                put(arrays, name, saved.array());
                if (saved.open()) {
                  openArrays.add(name);
                } else {
                  openArrays.remove(name);
                }
              });
    }
    outer
        .own()
        .ifPresent(
            it -> {
              assigned.clear();
              assigned.putAll(it);
            });
  }

  private static <T> void put(Map<String, T> into, String name, @Nullable T value) {
    if (value == null) {
      into.remove(name);
    } else {
      into.put(name, value);
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
    if (changes && !array.added()) {
      // It is one of both: the options that it had may still be there.
      arrays.getOrDefault(name, List.of()).stream()
          .filter(it -> LocatedPiece.written(it).matches("--push.*|.*type=registry.*"))
          .filter(it -> elements.size() < MAX_ELEMENTS)
          .forEach(elements::add);
    }
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
    boolean alone = Words.splits(word);
    if (place.piece() instanceof Piece.Variable it
        && Arguments.from(it.name()) > 0
        && (alone || !it.name().startsWith("*"))) {
      boolean known = !shiftsInLoop || !conditional;
      words = known ? arguments.from(Arguments.from(it.name())) : List.of();
      open = arguments.open() || !known;
    } else if (place.piece() instanceof Piece.Variable it && it.name().matches("\\w+\\[[@*]\\]")) {
      String name = it.name().substring(0, it.name().length() - 3);
      words = arrays.getOrDefault(name, List.of());
      open = openArrays.contains(name) || !arrays.containsKey(name);
    } else if (alone) {
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
      all.add(place.piece() instanceof Piece.Variable it ? others(it, word) : word);
    }
    return all;
  }

  /** A word for what else an array may hold; it becomes no other words. */
  private static ShellWord others(Piece.Variable list, ShellWord word) {
    String name = list.name().replaceFirst("\\[[@*]\\]$", "[?]");
    return new ShellWord(
        List.of(new Piece.Variable(name, list.start(), list.end())),
        word.start(),
        word.end(),
        word.positions());
  }

  /**
   * What a variable is that had a value, and has another one in some cases: one of both. Where
   * there are too many, it is known as far as both are the same name of a registry, with the slash
   * after it.
   */
  static List<LocatedPiece> either(
      String name, @Nullable List<LocatedPiece> before, List<LocatedPiece> value) {
    if (before == null || (value.isEmpty() && before.isEmpty())) {
      return value;
    }
    LocatedPiece first = value.isEmpty() ? before.get(0) : value.get(0);
    Map<String, List<LocatedPiece>> ways = new LinkedHashMap<>();
    if (length(before) + length(value) <= MAX_LENGTH) {
      Stream.concat(Ways.of(before).stream(), Ways.of(value).stream())
          .forEach(it -> ways.putIfAbsent(LocatedPiece.identity(it), it));
    }
    if (ways.size() == 1) {
      return value;
    }
    boolean chosen =
        ways.values().stream()
            .flatMap(List::stream)
            .noneMatch(it -> it.piece() instanceof Piece.OneOf);
    if (chosen && !ways.isEmpty() && ways.size() <= Ways.MAX) {
      String source = "$" + name + " " + String.join("|", ways.keySet());
      return Words.each(List.copyOf(ways.values()), false, source, first);
    }
    List<LocatedPiece> both = new ArrayList<>();
    Set<String> registries = new HashSet<>();
    registries(before, registries, 0);
    registries(value, registries, 0);
    String registry = registries.size() == 1 ? registries.iterator().next() : "";
    boolean same = !registry.isEmpty();
    if (same) {
      int start = first.piece().start();
      Piece text = new Piece.Text(registry, start, start + registry.length());
      both.add(new LocatedPiece(text, first.owner()));
    }
    both.add(new LocatedPiece(Piece.Computed.of(first.piece()), first.owner()));
    return both;
  }

  /** What a value may begin with, up to the first slash; nothing for what is empty. */
  private static void registries(List<LocatedPiece> value, Set<String> into, int depth) {
    if (!value.isEmpty() && value.get(0).piece() instanceof Piece.OneOf one && depth < 5) {
      one.values().forEach(it -> registries(LocatedPiece.of(it), into, depth + 1));
    } else if (!value.isEmpty()) {
      String text = value.get(0).text();
      into.add(text.substring(0, text.indexOf('/') + 1));
    }
  }

  /** The length of what chooses between values grows with them. */
  private static int length(List<LocatedPiece> value) {
    return value.stream()
        .mapToInt(
            it ->
                it.piece() instanceof Piece.OneOf one ? one.source().length() : it.text().length())
        .sum();
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
    if (name.equals("shift")) {
      Optional<String> by = words.size() > 1 ? words.get(1).text() : Optional.of("1");
      boolean known = !command.conditional() && by.filter(it -> it.matches("\\d")).isPresent();
      arguments = known ? arguments.without(Integer.parseInt(by.orElse("1"))) : Arguments.UNKNOWN;
    } else if (name.equals("set") && words.size() > 1 && words.get(1).is("--")) {
      arguments =
          command.conditional()
              ? Arguments.UNKNOWN
              : Arguments.of(words.subList(2, words.size()), all);
    } else if (name.equals("for") && words.size() > 1) {
      List<List<LocatedPiece>> values = new ArrayList<>();
      for (ShellWord word : words.subList(Math.min(3, words.size()), words.size())) {
        expanded(word)
            .forEach(it -> values.add(Arguments.isList(it) ? unknown(it) : all.resolve(it)));
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

  private static List<LocatedPiece> unknown(ShellWord word) {
    Piece piece = new Piece.Computed("", word.start(), Math.max(word.end(), word.start() + 1));
    return List.of(new LocatedPiece(piece, word));
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
