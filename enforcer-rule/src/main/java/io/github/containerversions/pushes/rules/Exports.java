package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which variables of a script the programs get that it runs (POSIX, "export"; bash, "declare -x"
 * and "set -a").
 */
final class Exports {
  private static final Set<String> DECLARING = Set.of("declare", "typeset", "local");

  /** What {@code set -a} says of all variables that are assigned after it. */
  private static final String ALL = "set -a";

  private final @Nullable Exports outer;
  private final Map<String, State> states = new HashMap<>();
  private boolean unknown;

  /** Whether programs get a variable: never, in some cases, or always. */
  enum State {
    NEVER,
    MAYBE,
    ALWAYS;

    State or(State other) {
      return this == other ? this : MAYBE;
    }
  }

  /**
   * Those of a program that begins.
   *
   * @param outer those of the script that runs it; null where that is a step
   */
  Exports(@Nullable Exports outer) {
    this.outer = outer;
    set(ALL, State.NEVER);
  }

  /**
   * Whether the programs get a variable.
   *
   * @param given what holds where no script says anything of it
   */
  State of(String name, State given) {
    State state = states.get(name);
    if (state == null) {
      state = outer == null ? given : outer.of(name, given);
    }
    return unknown ? State.MAYBE : state;
  }

  /** A variable gets a value. */
  void assigned(String name, State given) {
    State all = of(ALL, State.NEVER);
    if (all.compareTo(of(name, given)) > 0) {
      set(name, all);
    }
  }

  void set(String name, State state) {
    states.put(name, state);
  }

  /** Takes note of a name in a command that is not known: it may be any. */
  void take(Command command) {
    unknown |= isOfUnknown(command);
  }

  /** Whether a command exports, or sets, variables whose names are not known. */
  static boolean isOfUnknown(Command command) {
    return state(command) != null && command.words().stream().anyMatch(it -> it.text().isEmpty());
  }

  /** What a command says of variables, by their names. */
  static Map<String, State> said(Command command) {
    List<ShellWord> words = command.words();
    String name = words.isEmpty() ? "" : words.get(0).text().orElse("");
    Map<String, State> said = new HashMap<>();
    State state = state(command);
    if (state != null) {
      command.assignments().forEach(it -> said.put(it.name(), state));
      words.stream().skip(1).forEach(it -> said.put(it.lead(), state));
    } else if (name.equals("set") && (isOption(words, "-a") || named(words, "-o"))) {
      said.put(ALL, State.ALWAYS);
    } else if (name.equals("set") && (isOption(words, "+a") || named(words, "+o"))) {
      said.put(ALL, State.NEVER);
    }
    return said;
  }

  /** What a command says of the variables that it names; null where it says nothing. */
  private static @Nullable State state(Command command) {
    List<ShellWord> words = command.words();
    String name = words.isEmpty() ? "" : words.get(0).text().orElse("");
    boolean declares = DECLARING.contains(name);
    if (declares ? isOption(words, "+x") : name.equals("export") && isOption(words, "-n")) {
      return State.NEVER;
    }
    return name.equals("export") || (declares && isOption(words, "-x")) ? State.ALWAYS : null;
  }

  /** Whether one of the options before the first operand has a letter, as in {@code -eax}. */
  private static boolean isOption(List<ShellWord> words, String option) {
    return words.stream()
        .skip(1)
        .map(ShellWord::lead)
        .takeWhile(it -> it.matches("[-+]\\w*"))
        .anyMatch(it -> it.charAt(0) == option.charAt(0) && it.indexOf(option.charAt(1)) > 0);
  }

  private static boolean named(List<ShellWord> words, String option) {
    return isOption(words, option) && words.stream().anyMatch(it -> it.is("allexport"));
  }
}
