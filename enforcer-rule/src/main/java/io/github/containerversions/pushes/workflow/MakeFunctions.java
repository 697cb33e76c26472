package io.github.containerversions.pushes.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a function of make (GNU make's manual, "Functions for Transforming Text") is to a shell. */
final class MakeFunctions {

  /** Longer calls are left as they stand. */
  static final int MAX_LENGTH = 2_000;

  private static final Pattern CALL =
      Pattern.compile(
          "(or|and|if|eval|call|foreach|info|warning|error|subst|patsubst|strip|filter|filter-out"
              + "|findstring|sort|word|words|wordlist|firstword|lastword|dir|notdir|suffix|basename"
              + "|addsuffix|addprefix|join|wildcard|realpath|abspath|value|origin|flavor|file|let"
              + "|intcmp)\\s");

  private static final Pattern VARIABLE = Pattern.compile("\\$[({]([A-Za-z_][A-Za-z0-9_]*)[)}]");

  private MakeFunctions() {}

  static boolean begins(String content, int at) {
    return CALL.matcher(content).region(at, Math.min(content.length(), at + 20)).lookingAt();
  }

  /**
   * The same in a shell: the first of several variables that has a value; for all other functions a
   * substitution whose output is not known.
   *
   * @param call what stands between the parentheses
   * @param pushing the functions of the Makefile that may push
   */
  static String shell(String call, Set<String> pushing) {
    List<String> words = new ArrayList<>();
    if (call.startsWith("or ")) {
      for (String argument : call.substring(3).split(",", -1)) {
        words.add(argument.strip());
      }
    }
    StringBuilder text = new StringBuilder();
    StringBuilder close = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      Matcher variable = VARIABLE.matcher(words.get(at));
      boolean last = at == words.size() - 1;
      if (variable.matches()) {
        text.append("${").append(variable.group(1)).append(last ? "" : ":-");
        close.append('}');
      } else if (last && words.get(at).matches("[A-Za-z0-9._/:-]*")) {
        text.append(words.get(at));
      } else {
        return unknown(call, pushing);
      }
    }
    return words.isEmpty() ? unknown(call, pushing) : text.append(close).toString();
  }

  private static String unknown(String call, Set<String> pushing) {
    int comma = call.indexOf(',');
    String name = comma < 0 ? call : call.substring(0, comma);
    boolean pushes = name.startsWith("call ") && pushing.contains(name.substring(5).strip());
    return pushes || PushWords.holdPush(call) || PushWords.mayPush(call) ? "$(: push)" : "$(:)";
  }
}
