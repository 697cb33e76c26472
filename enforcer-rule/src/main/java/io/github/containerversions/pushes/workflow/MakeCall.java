package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call of make (GNU make's manual, "How to Run make") or just.
 *
 * @param just whether it is just
 * @param files the names of the file with the recipes, the first that is there counts
 * @param folder where it is, from the working directory
 * @param targets what is to be made; empty for the first
 * @param variables what the command line sets
 * @param arguments what follows the recipe of just
 * @param dry whether it only prints what it would run
 */
record MakeCall(
    boolean just,
    List<String> files,
    String folder,
    List<String> targets,
    Map<String, ShellWord> variables,
    List<ShellWord> arguments,
    boolean dry) {

  private static final Set<String> DRY = Set.of("--dry-run", "--just-print", "--recon");

  static MakeCall of(List<ShellWord> words) {
    List<String> files = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    Map<String, ShellWord> variables = new LinkedHashMap<>();
    String folder = "";
    boolean dry = false;
    for (int at = 1; at < words.size(); at++) {
      String lead = words.get(at).lead();
      int equals = lead.indexOf('=');
      boolean more = at + 1 < words.size();
      if ((lead.equals("-C") || lead.equals("--directory")) && more) {
        folder = words.get(++at).lead();
      } else if ((lead.equals("-f") || lead.equals("--file")) && more) {
        files.add(words.get(++at).lead());
      } else if (lead.startsWith("-")) {
        folder = lead.startsWith("--directory=") ? lead.substring(equals + 1) : folder;
        dry |= DRY.contains(lead) || lead.matches("-[BLRbdeikmqrstvw]*n[BLRbdeikmqrstvwn]*");
      } else if (equals > 0) {
        variables.put(lead.substring(0, equals), words.get(at).after(equals + 1));
      } else {
        targets.add(words.get(at).text().orElse(""));
      }
    }
    return new MakeCall(
        false,
        files.isEmpty() ? List.of("GNUmakefile", "makefile", "Makefile") : files,
        folder,
        targets,
        variables,
        List.of(),
        dry);
  }

  static MakeCall just(List<ShellWord> words) {
    List<String> targets = new ArrayList<>();
    List<ShellWord> arguments = new ArrayList<>();
    Map<String, ShellWord> variables = new LinkedHashMap<>();
    boolean dry = false;
    for (ShellWord word : words.subList(1, words.size())) {
      dry |= targets.isEmpty() && (word.is("-n") || word.is("--dry-run"));
      String lead = word.lead();
      int equals = lead.indexOf('=');
      if (!targets.isEmpty()) {
        arguments.add(word);
      } else if (equals > 0 && !lead.startsWith("-")) {
        variables.put(lead.substring(0, equals), word.after(equals + 1));
      } else if (!lead.startsWith("-")) {
        targets.add(word.text().orElse(""));
      }
    }
    return new MakeCall(
        true, List.of("justfile", "Justfile", ".justfile"), "", targets, variables, arguments, dry);
  }
}
