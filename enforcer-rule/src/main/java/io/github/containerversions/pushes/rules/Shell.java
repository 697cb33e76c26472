package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one process of a shell has set so far. What is set in a branch is undone where the next one
 * begins, and in the end a variable has one of the values that the branches gave it.
 */
final class Shell {
  /**
   * Each branch hands what it changes to the one around it; deeper ones are read as if they ran.
   */
  private static final int MAX_DEPTH = 50;

  /** Nobody writes so many variables that a function has set where it returns. */
  private static final int MAX_RETURNED = 100_000;

  private final Map<String, List<LocatedPiece>> assigned = new HashMap<>();
  private final Set<String> maybeUnset = new HashSet<>();
  private final ScriptArrays arrays = new ScriptArrays();
  private final Exports exports;
  private final Deque<Branch> branches = new ArrayDeque<>();
  private final Environment given;
  private final @Nullable Shell caller;
  private final Set<String> deferred = new HashSet<>();
  private int deeper;
  private int returned;

  /** What the shell has begun with. */
  interface Environment {
    /** The value of a variable; null where it has none that is known. */
    @Nullable List<LocatedPiece> given(String name);

    boolean isGiven(String name);
  }

  /** All that is known of a variable at one point. */
  record Variable(
      @Nullable List<LocatedPiece> value,
      boolean maybeUnset,
      ScriptArrays array,
      Exports.State exported) {}

  /** That of a step. */
  Shell(Environment given) {
    this(given, null);
  }

  private Shell(Environment given, @Nullable Shell caller) {
    this.given = given;
    this.caller = caller;
    this.exports = new Exports(caller == null ? null : caller.exports);
  }

  /** The shell of a program that this one runs: it has what is exported, and no arrays. */
  Shell program() {
    return new Shell(given, this);
  }

  /** The variables whose value is one of when it is used. */
  Set<String> deferred() {
    return deferred;
  }

  @Nullable List<LocatedPiece> value(String name) {
    List<LocatedPiece> value = assigned.get(name);
    if (value == null && ScriptArrays.isElement(name)) {
      return arrays.value(name);
    }
    Shell from = value == null ? inheritedFrom(name) : null;
    return from == null ? value : from.value(name);
  }

  /** The shell of the caller, where it hands a variable over. */
  private @Nullable Shell inheritedFrom(String name) {
    return caller != null
            && !caller.arrays.isArray(name)
            && caller.exported(name) != Exports.State.NEVER
        ? caller
        : null;
  }

  /** Whether a variable that has a value has none in some cases. */
  boolean isMaybeUnset(String name) {
    Shell from = assigned.containsKey(name) ? null : inheritedFrom(name);
    return from == null
        ? maybeUnset.contains(name)
        : from.isMaybeUnset(name) || from.exported(name) == Exports.State.MAYBE;
  }

  private void setMaybeUnset(String name, boolean maybe) {
    if (maybe) {
      maybeUnset.add(name);
    } else {
      maybeUnset.remove(name);
    }
  }

  ScriptArrays arrays() {
    return arrays;
  }

  /** Whether the programs that it runs get a variable. */
  Exports.State exported(String name) {
    return exports.of(name, ofEnvironment(name));
  }

  private Exports.State ofEnvironment(String name) {
    return given.isGiven(name) ? Exports.State.ALWAYS : Exports.State.NEVER;
  }

  void set(String name, List<LocatedPiece> value) {
    changes(name);
    assigned.put(name, value);
    if (isDeferred(value)) {
      deferred.add(name);
    }
    maybeUnset.remove(name);
    exports.assigned(name, ofEnvironment(name));
  }

  void setArray(String name, List<List<LocatedPiece>> elements, boolean added) {
    changes(name);
    arrays.set(name, elements, added);
  }

  void removeArray(String name) {
    changes(name);
    arrays.remove(name);
  }

  /** A variable has no value from here on, and is no longer exported. */
  void unset(String name, List<LocatedPiece> nothing) {
    removeArray(name);
    set(name, nothing);
    exports.set(name, ofEnvironment(name));
  }

  void remove(String name) {
    removeArray(name);
    assigned.remove(name);
    maybeUnset.remove(name);
  }

  /** A variable is set for a function or a script alone. */
  void setExported(String name, List<LocatedPiece> value) {
    set(name, value);
    exports.set(name, Exports.State.ALWAYS);
  }

  /** What a command exports. */
  void export(Command command) {
    exports.take(command);
    Exports.said(command)
        .forEach(
            (name, state) -> {
              changes(name);
              exports.set(name, state);
            });
  }

  Variable variable(String name) {
    return new Variable(assigned.get(name), isMaybeUnset(name), arrays.only(name), exported(name));
  }

  void restore(String name, Variable variable) {
    changes(name);
    put(name, variable);
  }

  private void put(String name, Variable variable) {
    if (variable.value() == null) {
      assigned.remove(name);
    } else {
      assigned.put(name, variable.value());
    }
    setMaybeUnset(name, variable.maybeUnset());
    arrays.restore(name, variable.array());
    exports.set(name, variable.exported());
  }

  private void changes(String name) {
    Branch branch = branches.peek();
    if (branch != null && branch.changed.add(name) && !branch.before.containsKey(name)) {
      branch.before.put(name, variable(name));
    }
  }

  /** The script ends here in some cases, or always. */
  void exits() {
    for (Branch branch : branches) {
      if (branch.kind == Branch.Kind.SUBSHELL) {
        return;
      }
      branch.left = true;
      if (branch.kind == Branch.Kind.BRANCH) {
        return;
      }
    }
  }

  /** The function, or the file that is read into the script, ends here in some cases, or always. */
  void returns() {
    Branch branch = branches.peek();
    if (branch != null && branch.kind != Branch.Kind.SUBSHELL) {
      if (!branch.left) {
        endAround(Branch.Kind.FUNCTION);
      }
      branch.left = true;
    }
  }

  /** A loop may end here, or begin again. */
  void endsLoop() {
    endAround(Branch.Kind.BRANCH);
  }

  /** What is set now is what the branches around this one end with in some cases. */
  private void endAround(Branch.Kind kind) {
    Map<String, Variable> before = new LinkedHashMap<>();
    for (Branch branch : branches) {
      if (branch.kind == Branch.Kind.SUBSHELL || returned > MAX_RETURNED) {
        return;
      }
      before.putAll(branch.before);
      boolean ends =
          branch.kind == kind && (kind == Branch.Kind.FUNCTION || branch != branches.peek());
      if (ends) {
        branch.before.putAll(before);
        before.keySet().forEach(it -> branch.end(it, variable(it)));
        returned += before.size();
        branch.ended++;
      }
      if (branch.kind == Branch.Kind.FUNCTION) {
        return;
      }
    }
  }

  int depth() {
    return branches.size();
  }

  /** Ends the branches that were begun after there were so many. */
  void endBranches(int depth) {
    while (branches.size() > depth) {
      mark(Mark.END, Arguments.NONE);
    }
  }

  /** A function begins, or a file that is read into the script. */
  void beginFunction() {
    if (deeper == 0) {
      branches.push(new Branch(Branch.Kind.FUNCTION, Arguments.NONE));
    }
  }

  /**
   * Something begins or ends between two commands.
   *
   * @param words what the script or the function is given
   * @return the same, or what it was given before where a shell ends that has its own
   */
  Arguments mark(Mark mark, Arguments words) {
    Branch branch = branches.peek();
    boolean begins = mark == Mark.SUBSHELL || mark == Mark.BRANCH;
    if (mark != Mark.NONE && (deeper > 0 || (begins && branches.size() == MAX_DEPTH))) {
      deeper += begins ? 1 : mark == Mark.END ? -1 : 0;
    } else if (begins) {
      branches.push(
          new Branch(mark == Mark.SUBSHELL ? Branch.Kind.SUBSHELL : Branch.Kind.BRANCH, words));
    } else if (mark != Mark.NONE && branch != null) {
      if (mark == Mark.END) {
        branches.pop();
      } else {
        branch.last = mark == Mark.LAST_BRANCH;
      }
      undo(branch);
      if (mark == Mark.END && branch.kind == Branch.Kind.SUBSHELL) {
        return branch.words;
      } else if (mark == Mark.END) {
        join(branch);
      }
    }
    return words;
  }

  private void undo(Branch branch) {
    for (String name : branch.changed) {
      if (!branch.left) {
        branch.end(name, variable(name));
      }
      Variable before = branch.before.get(name);
      if (before != null) {
        put(name, before);
      }
    }
    branch.changed.clear();
    branch.ended += branch.left ? 0 : 1;
    branch.left = false;
  }

  private void join(Branch branch) {
    branch.before.forEach(
        (name, before) -> {
          List<Variable> ends = branch.ends.getOrDefault(name, List.of());
          Variable joined = branch.last && ends.size() == branch.ended ? null : before;
          for (Variable end : ends) {
            joined = joined == null ? end : either(name, joined, end);
          }
          restore(name, joined == null ? before : joined);
        });
  }

  private static boolean isDeferred(List<LocatedPiece> value) {
    return value.stream()
        .anyMatch(
            it ->
                it.piece() instanceof Piece.Variable variable
                    && variable.binding() != Piece.Binding.NOWHERE);
  }

  private Variable either(String name, Variable one, Variable other) {
    List<LocatedPiece> first = one.value() == null ? given.given(name) : one.value();
    List<LocatedPiece> second = other.value() == null ? given.given(name) : other.value();
    return new Variable(
        second == null ? first : Either.of(name, first, second),
        first == null || second == null || one.maybeUnset() || other.maybeUnset(),
        ScriptArrays.either(name, one.array(), other.array()),
        one.exported().or(other.exported()));
  }
}
