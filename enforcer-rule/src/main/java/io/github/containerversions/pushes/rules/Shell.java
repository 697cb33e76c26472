package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one process of a shell has set so far. What is set in a branch is undone where the next one
 * begins, and in the end a variable has one of the values that the branches gave it.
 */
final class Shell {
  private final Map<String, List<LocatedPiece>> assigned = new HashMap<>();
  private final Set<String> maybeUnset = new HashSet<>();
  private final ScriptArrays arrays = new ScriptArrays();
  private final Exports exports;
  private final Branches branches = new Branches(this);
  private final Environment given;
  private final @Nullable Shell caller;
  private final Set<String> deferred = new HashSet<>();

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

  /** Whether this shell has got a variable that the environment of the step has. */
  boolean hasGiven(String name) {
    return caller == null
        || (caller.exported(name) != Exports.State.NEVER && caller.hasGiven(name));
  }

  private @Nullable List<LocatedPiece> valueOf(String name, Variable variable) {
    return variable.value() == null && hasGiven(name) ? given.given(name) : variable.value();
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

  Branches branches() {
    return branches;
  }

  /** Whether the programs that it runs get a variable. */
  Exports.State exported(String name) {
    return exports.of(name, ofEnvironment(name));
  }

  private Exports.State ofEnvironment(String name) {
    return given.isGiven(name) ? Exports.State.ALWAYS : Exports.State.NEVER;
  }

  void set(String name, List<LocatedPiece> value) {
    branches.changes(name);
    assigned.put(name, value);
    if (isDeferred(value)) {
      deferred.add(name);
    }
    maybeUnset.remove(name);
    exports.assigned(name, ofEnvironment(name));
  }

  void setArray(String name, List<List<LocatedPiece>> elements, boolean added) {
    branches.changes(name);
    arrays.set(name, elements, added);
  }

  void removeArray(String name) {
    branches.changes(name);
    arrays.remove(name);
  }

  /** A variable has no value from here on, and is no longer exported. */
  void unset(String name, List<LocatedPiece> nothing) {
    set(name, nothing);
    exports.set(name, Exports.State.NEVER);
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
              branches.changes(name);
              exports.set(name, state);
            });
  }

  Variable variable(String name) {
    return new Variable(assigned.get(name), isMaybeUnset(name), arrays.only(name), exported(name));
  }

  void restore(String name, Variable variable) {
    branches.changes(name);
    put(name, variable);
  }

  /** Undoes what a branch did with a variable, which is no change of its own. */
  void put(String name, Variable variable) {
    if (variable.value() == null) {
      assigned.remove(name);
    } else {
      assigned.put(name, variable.value());
    }
    setMaybeUnset(name, variable.maybeUnset());
    arrays.restore(name, variable.array());
    exports.set(name, variable.exported());
  }

  private static boolean isDeferred(List<LocatedPiece> value) {
    return value.stream()
        .anyMatch(
            it ->
                it.piece() instanceof Piece.Variable variable
                    && variable.binding() != Piece.Binding.NOWHERE);
  }

  /** A variable that is one of two. */
  Variable either(String name, Variable one, Variable other) {
    List<LocatedPiece> first = valueOf(name, one);
    List<LocatedPiece> second = valueOf(name, other);
    return new Variable(
        second == null ? first : Either.of(name, first, second),
        first == null || second == null || one.maybeUnset() || other.maybeUnset(),
        ScriptArrays.either(name, one.array(), other.array()),
        one.exported().or(other.exported()));
  }
}
