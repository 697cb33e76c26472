package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a script that the programs get which it runs (POSIX, "export"; bash, "declare
 * -x" and "set -a"). One that is exported in some cases counts as exported.
 */
final class Exports {
  private static final Set<String> DECLARING = Set.of("declare", "typeset", "local");

  private final @Nullable Exports outer;
  private final Set<String> names = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private boolean everySet;
  private boolean unknown;

  /**
   * Those of a program that begins.
   *
   * @param outer those of the script that runs it; null where that is a step
   */
  Exports(@Nullable Exports outer) {
    this.outer = outer;
  }

  /** Whether the programs may get a variable. */
  boolean holds(String name) {
    return unknown
        || names.contains(name)
        || (outer != null && !ended.contains(name) && outer.holds(name));
  }

  /** A variable gets a value. */
  void assigned(String name) {
    if (everySet) {
      set(name, true);
    }
  }

  /** A variable is exported, or no longer. */
  void set(String name, boolean exported) {
    if (exported) {
      names.add(name);
      ended.remove(name);
    } else {
      names.remove(name);
      ended.add(name);
    }
  }

  void take(Command command) {
    List<ShellWord> words = command.words();
    String name = words.isEmpty() ? "" : words.get(0).text().orElse("");
    if (name.equals("export")) {
      export(command, isOption(words, "-n"));
    } else if (DECLARING.contains(name) && (isOption(words, "-x") || isOption(words, "+x"))) {
      export(command, isOption(words, "+x"));
    } else if (name.equals("set") && (isOption(words, "-a") || named(words, "-o"))) {
      everySet = true;
    } else if (name.equals("set") && (isOption(words, "+a") || named(words, "+o"))) {
      everySet = command.conditional();
    }
  }

  private void export(Command command, boolean ends) {
    unknown |= command.words().stream().anyMatch(it -> it.text().isEmpty());
    if (!ends || !command.conditional()) {
      names(command).forEach(it -> set(it, !ends));
    }
  }

  /** The variables that a command may export. */
  static Set<String> names(Command command) {
    Set<String> named = new HashSet<>();
    command.assignments().forEach(it -> named.add(it.name()));
    command.words().stream().skip(1).forEach(it -> named.add(it.lead()));
    return named;
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
