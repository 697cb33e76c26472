package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.workflow.PushWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The functions of the scripts of one step. One whose name is a word of a command is read where it
 * is called; any other may be called in a way that is not seen, and is read where it stands.
 */
final class Functions {

  /** Deeper than functions that somebody wrote call each other. */
  private static final int MAX_DEPTH = 12;

  private final Budget budget;
  private final Map<String, List<Command.Function>> defined = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Set<Command.Function> read = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Command.Function> trail = new ArrayDeque<>();

  /** How many commands of functions may still be read in a workflow. */
  static final class Budget {
    private static final int MAX = 100_000;
    private int left = MAX;
    private boolean noted;
  }

  Functions(Budget budget) {
    this.budget = budget;
  }

  /** A step begins, with the names that its scripts call. */
  void begin(Script script) {
    defined.clear();
    mentioned.clear();
    collect(script);
  }

  private void collect(Script script) {
    for (Command command : script.commands()) {
      command.words().forEach(it -> it.text().ifPresent(mentioned::add));
      command.assignments().forEach(it -> collect(it.array()));
      command.followed().forEach(it -> collect(it.script()));
      command.defines().forEach(it -> collect(it.body()));
    }
  }

  private void collect(Optional<Command.Array> array) {
    array.ifPresent(all -> all.elements().forEach(it -> it.text().ifPresent(mentioned::add)));
  }

  /** A script may call a function before the place where another one of that name stands. */
  void known(Script script) {
    for (Command command : script.commands()) {
      for (Command.Function function : command.defines()) {
        List<Command.Function> same = new ArrayList<>(named(function.name()));
        if (!holds(same, function)) {
          same.add(function);
          defined.put(function.name(), List.copyOf(same));
        }
      }
    }
  }

  /** A function is defined here; true where its call is not seen, so that it is to be read here. */
  boolean defines(Command.Function function, boolean conditional) {
    if (!conditional) {
      defined.put(function.name(), List.of(function));
    }
    return !mentioned.contains(function.name());
  }

  /** What a name stands for; more than one where that depends on something. */
  List<Command.Function> named(String name) {
    return defined.getOrDefault(name, List.of());
  }

  /** Whether a call of something whose name is not known may be one of these. */
  boolean isAnyUnread() {
    return defined.values().stream().flatMap(List::stream).anyMatch(it -> !read.contains(it));
  }

  /** Those that nothing has called in the end, of all that were not there before. */
  List<Command.Function> unread(Map<String, List<Command.Function>> before) {
    return defined.entrySet().stream()
        .filter(it -> before.get(it.getKey()) != it.getValue())
        .flatMap(it -> it.getValue().stream())
        .filter(it -> !read.contains(it))
        .toList();
  }

  /** Those that are known here, of which another shell may define some anew. */
  Map<String, List<Command.Function>> all() {
    return new HashMap<>(defined);
  }

  /** The other shell ends. */
  void restore(Map<String, List<Command.Function>> before) {
    defined.clear();
    defined.putAll(before);
  }

  /** Begins to read a body; answers why it is not read, or nothing. */
  String enter(Command.Function function) {
    read.add(function);
    budget.left -= Math.max(1, function.body().commands().size());
    String problem = "";
    if (holds(trail, function)) {
      problem = "this function calls itself: not followed again";
    } else if (trail.size() >= MAX_DEPTH) {
      problem = "more than " + MAX_DEPTH + " functions call each other: not followed";
    } else if (budget.left < 0) {
      problem =
          budget.noted
              ? " "
              : "the functions that are called have more than "
                  + Budget.MAX
                  + " commands in all: not followed from here on";
      budget.noted = true;
    }
    if (problem.isEmpty()) {
      trail.push(function);
    }
    return problem;
  }

  /** Functions are one only where they are the same text in the same place. */
  private static boolean holds(Collection<Command.Function> some, Command.Function function) {
    Set<Command.Function> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(some);
    return all.contains(function);
  }

  /** Whether the words of a function are about a push. */
  static boolean isPush(Command.Function function) {
    return function.body().commands().stream()
        .flatMap(it -> it.words().stream())
        .anyMatch(it -> PushWords.mayPush(it.lead()));
  }

  void leave() {
    trail.pop();
  }
}
