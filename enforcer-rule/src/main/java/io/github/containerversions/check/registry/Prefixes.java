package io.github.containerversions.check.registry;

import io.github.containerversions.model.workflow.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands before a command and runs it. */
final class Prefixes {
  private static final Set<String> PLAIN =
      Set.of(
          "sudo", "command", "exec", "nohup", "env", "time", "timeout", "nice", "xargs", "retry");

  private Prefixes() {}

  /** The words from the name of the program that really runs. */
  static List<Word> without(List<Word> words) {
    int at = 0;
    while (at < words.size()) {
      String text = words.get(at).text().orElse("");
      if (text.equals("nix") && at + 1 < words.size()) {
        return nix(words.subList(at, words.size()));
      }
      if (!PLAIN.contains(text)) {
        break;
      }
      at++;
      while (at < words.size() && isOption(words.get(at).lead())) {
        at++;
      }
    }
    return words.subList(at, words.size());
  }

  /** An option, an assignment of {@code env}, a duration of {@code timeout}. */
  private static boolean isOption(String lead) {
    return lead.startsWith("-")
        || lead.indexOf('=') > 0
        || (!lead.isEmpty() && Character.isDigit(lead.charAt(0)));
  }

  /** {@code nix run nixpkgs#skopeo -- copy …} runs what stands after the hash. */
  private static List<Word> nix(List<Word> words) {
    boolean runs = words.get(1).is("run");
    for (int at = 2; at < words.size(); at++) {
      Word word = words.get(at);
      if (runs && word.is("--")) {
        Word program = words.get(at - 1);
        String name = program.lead();
        List<Word> command = new ArrayList<>();
        command.add(program.after(name.indexOf('#') + 1));
        command.addAll(words.subList(at + 1, words.size()));
        return command;
      }
      if (!runs && (word.is("-c") || word.is("--command"))) {
        return without(words.subList(at + 1, words.size()));
      }
    }
    return words;
  }
}
