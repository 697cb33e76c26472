package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.CommandWrappers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables and arrays that a script has set so far, at one point of it. */
final class ScriptVariables {
  private static final Set<String> LOCAL = Set.of("local", "declare", "typeset");

  private final VariableScope all;
  private final Deque<Map<String, Shell.Variable>> locals = new ArrayDeque<>();
  private Frame frame;
  private Map<String, List<LocatedPiece>> own = Map.of();
  private boolean conditional;

  /**
   * A script or a function that runs.
   *
   * @param arguments the words that it is given
   * @param shiftsInLoop whether which of them {@code $1} is depends on how often a loop has run
   * @param caller what runs the program that this is a part of; null where that is a step
   */
  private record Frame(
      Shell shell, Arguments arguments, boolean shiftsInLoop, @Nullable Frame caller) {
    Frame with(Arguments others) {
      return new Frame(shell, others, shiftsInLoop, caller);
    }
  }

  /**
   * Those of a script that has not begun.
   *
   * @param all everything that its words may refer to
   */
  ScriptVariables(VariableScope all) {
    this.all = all;
    this.frame = first(false);
  }

  private Frame first(boolean shiftsInLoop) {
    return new Frame(new Shell(all), Arguments.NONE, shiftsInLoop, null);
  }

  /** Another script begins. */
  void begin(Script script) {
    frame = first(shiftsInLoop(script));
    own = Map.of();
  }

  ScriptArrays arrays(Piece.Variable variable) {
    return frame(variable).shell().arrays();
  }

  /** The words that a script or a function is given; unknown where they depend on a loop. */
  Arguments arguments(Piece.Variable variable) {
    Frame in = frame(variable);
    return isSure(in) ? in.arguments() : Arguments.UNKNOWN;
  }

  /** Whether all elements that an array may have are known, though not which of them it has. */
  boolean isArray(Piece.Variable variable) {
    return frame(variable).shell().arrays().holds(variable.name());
  }

  /** What a variable, or one element of an array, was set to; null where that is not known. */
  @Nullable List<LocatedPiece> value(Piece.Variable variable) {
    Frame in = frame(variable);
    String name = variable.name();
    if (!name.isEmpty() && name.chars().allMatch(it -> it >= '0' && it <= '9')) {
      return name.length() > 3 || name.equals("0") || !isSure(in)
          ? null
          : in.arguments().word(Integer.parseInt(name));
    }
    if (Arguments.from(name) > 0) {
      return isSure(in) ? in.arguments().together(Arguments.from(name)) : null;
    }
    return in.shell().value(name);
  }

  /** Whether a variable that has a value has none in some cases. */
  boolean isMaybeUnset(Piece.Variable variable) {
    return frame(variable).shell().isMaybeUnset(variable.name());
  }

  private Frame frame(Piece.Variable variable) {
    Frame caller = frame.caller();
    return variable.binding() == Piece.Binding.CALLER && caller != null ? caller : frame;
  }

  private boolean isSure(Frame in) {
    return !in.shiftsInLoop() || !conditional;
  }

  /** What the program of the command that is looked at gets; null where that is not set here. */
  @Nullable List<LocatedPiece> exported(String name) {
    List<LocatedPiece> value = own.get(name);
    return value == null && isExported(name) ? frame.shell().value(name) : value;
  }

  /** Whether a variable of the environment of the step is still one of the script. */
  boolean hasGiven(Piece.Variable variable) {
    return frame(variable).shell().hasGiven(variable.name());
  }

  /** Whether the program of the command that is looked at gets it. */
  boolean handsOnGiven(String name) {
    return isExported(name) && frame.shell().hasGiven(name);
  }

  /** What a program gets when it starts stays so for those that it runs. */
  private boolean isExported(String name) {
    return frame.shell().exported(name) != Exports.State.NEVER;
  }

  /** Something begins or ends between two commands. */
  void mark(Mark mark) {
    frame = frame.with(frame.shell().branches().mark(mark, frame.arguments()));
  }

  /** Takes note of what a command sets, for the program that it runs or for what follows. */
  void take(Command command) {
    conditional = command.conditional();
    own = Map.of();
    localise(command);
    frame.shell().export(command);
    if (command.setsForGood()) {
      for (Command.Assignment assignment : command.assignments()) {
        assign(assignment);
      }
    } else {
      List<Command.Assignment> set = new ArrayList<>(command.assignments());
      set.addAll(CommandWrappers.assignments(command.words()));
      own = new HashMap<>();
      set.forEach(it -> own.put(it.name(), AssignedValue.of(it, all)));
    }
    frame = frame.with(Builtins.run(command, frame.shell(), frame.arguments(), all));
  }

  private void assign(Command.Assignment assignment) {
    String name = assignment.name();
    List<LocatedPiece> before = assignment.weak() ? all.value(name) : null;
    boolean filled = before != null && !before.stream().allMatch(all::isUnset);
    if (!filled || frame.shell().isMaybeUnset(name)) {
      List<LocatedPiece> value = AssignedValue.of(assignment, all);
      if (filled) {
        value = Either.of(name, before, value);
      }
      assignment
          .array()
          .ifPresentOrElse(it -> array(name, it), () -> frame.shell().removeArray(name));
      frame.shell().set(name, value);
    }
  }

  /** In a function, {@code local} and the like give it a variable of its own. */
  private void localise(Command command) {
    Map<String, Shell.Variable> outer = locals.peek();
    if (outer == null
        || command.words().isEmpty()
        || !LOCAL.contains(command.words().get(0).lead())
        || command.words().stream().anyMatch(it -> it.lead().matches("-\\w*g\\w*"))) {
      return;
    }
    for (ShellWord word : command.words().subList(1, command.words().size())) {
      String name = word.text().orElse("-");
      if (!name.startsWith("-")) {
        outer.putIfAbsent(name, frame.shell().variable(name));
        frame.shell().remove(name);
      }
    }
    command
        .assignments()
        .forEach(it -> outer.putIfAbsent(it.name(), frame.shell().variable(it.name())));
  }

  /**
   * What runs a script or a function.
   *
   * @param frame what comes back in the end
   * @param own what the command sets for what it runs
   * @param set what these variables were before, where they are set in the same shell
   * @param depth how many branches are open
   * @param function whether it is a function
   */
  record Scope(
      Frame frame,
      Map<String, List<LocatedPiece>> own,
      Map<String, Shell.Variable> set,
      int depth,
      boolean function) {}

  /** A script begins that a command runs: in this shell, or as a program. */
  Scope enter(Command.Followed followed) {
    boolean keeps = !followed.ownShell() && followed.arguments().isEmpty();
    Arguments given = keeps ? frame.arguments() : Arguments.of(followed.arguments(), all);
    boolean shifts = shiftsInLoop(followed.script());
    return enter(
        followed.ownShell()
            ? new Frame(program(), given, shifts, frame)
            : new Frame(frame.shell(), given, shifts, frame.caller()),
        false);
  }

  /** A script begins that something else runs as a program. */
  Scope enterProgram() {
    return enter(new Frame(program(), Arguments.NONE, false, frame), false);
  }

  /** A function begins, with the words that it is given. */
  Scope enterFunction(Script body, Arguments given) {
    return enter(new Frame(frame.shell(), given, shiftsInLoop(body), frame.caller()), true);
  }

  /** What a value depends on is not handed over with it, so that it is looked up now. */
  private Shell program() {
    Shell program = frame.shell().program();
    for (String name : frame.shell().deferred()) {
      List<LocatedPiece> value = isExported(name) ? frame.shell().value(name) : null;
      if (value != null) {
        program.set(name, all.resolve(value));
      }
    }
    return program;
  }

  private Scope enter(Frame next, boolean function) {
    Map<String, Shell.Variable> set = new HashMap<>();
    own.keySet().forEach(it -> set.put(it, next.shell().variable(it)));
    Scope outer = new Scope(frame, own, set, next.shell().branches().depth(), function);
    frame = next;
    own.forEach(next.shell()::setExported);
    own = Map.of();
    if (next.shell() == outer.frame().shell()) {
      next.shell().branches().beginFunction();
    }
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

  /** It ends: what it set is gone, unless that was done in the same shell. */
  void leave(Scope outer) {
    frame.shell().branches().endBranches(outer.depth());
    if (outer.function()) {
      locals.pop().forEach(frame.shell()::restore);
    }
    outer.set().forEach(frame.shell()::restore);
    frame = outer.frame();
    own = outer.own();
  }

  private void array(String name, Command.Array array) {
    List<List<LocatedPiece>> elements = new ArrayList<>();
    for (ShellWord element : array.elements()) {
      for (ShellWord word : ExpandedWords.of(element, all)) {
        if (elements.size() < ScriptArrays.MAX_ELEMENTS) {
          elements.add(all.resolve(word));
        }
      }
    }
    frame.shell().setArray(name, elements, array.added());
  }
}
