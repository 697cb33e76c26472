package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a command, told apart as the tools that are written in Go do.
 *
 * @param values the values of options by their names, hyphens included; an option without a value
 *     is there with an empty list
 * @param operands what is no option
 */
record Options(Map<String, List<ShellWord>> values, List<ShellWord> operands) {

  /**
   * Reads arguments.
   *
   * @param own options of the command that take the next word as their value
   */
  static Options of(List<ShellWord> arguments, Set<String> own) {
    Map<String, List<ShellWord>> values = new LinkedHashMap<>();
    List<ShellWord> operands = new ArrayList<>();
    for (int at = 0; at < arguments.size(); at++) {
      ShellWord word = arguments.get(at);
      String lead = word.lead();
      int equals = lead.indexOf('=');
      if (lead.equals("--") && word.is("--")) {
        operands.addAll(arguments.subList(at + 1, arguments.size()));
        break;
      } else if (!lead.startsWith("-") || lead.equals("-")) {
        operands.add(word);
      } else if (equals > 0) {
        add(values, lead.substring(0, equals), word.after(equals + 1));
      } else if (takesValue(lead, own) && word.is(lead)) {
        if (at + 1 < arguments.size()) {
          add(values, lead, arguments.get(++at));
        }
      } else if (!lead.startsWith("--") && takesValue(lead.substring(0, 2), own)) {
        add(values, lead.substring(0, 2), word.after(2));
      } else {
        values.computeIfAbsent(lead, it -> new ArrayList<>());
      }
    }
    return new Options(values, operands);
  }

  private static boolean takesValue(String option, Set<String> own) {
    return own.contains(option);
  }

  private static void add(Map<String, List<ShellWord>> values, String name, ShellWord value) {
    values.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
  }

  /** All values of some options. */
  List<ShellWord> all(String... names) {
    List<ShellWord> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(values.getOrDefault(name, List.of()));
    }
    return all;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether a switch is on: there without a value, or with {@code true}. */
  boolean on(String name) {
    return has(name) && all(name).stream().noneMatch(it -> isFalse(it.text().orElse("")));
  }

  /** Whether the value of a switch turns it off (Go, "strconv", {@code ParseBool}). */
  static boolean isFalse(String value) {
    return List.of("0", "f", "F", "false", "False", "FALSE").contains(value);
  }
}
