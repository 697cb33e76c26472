package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs that run another command, such as {@code sudo}. */
public final class CommandWrappers {
  /** The programs that run another, each with those of its options that take the next word. */
  private static final Map<String, Set<String>> RUNNERS =
      Map.of(
          "sudo", Set.of("-u", "--user", "-g", "--group", "-h", "-p", "-C", "-D", "-R", "-T", "-U"),
          "env", Set.of("-u", "-C"),
          "timeout", Set.of("-s", "-k"),
          "nice", Set.of("-n"),
          "xargs", Set.of("-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E"),
          "time", Set.of("-f", "-o"),
          "exec", Set.of("-a"),
          "command", Set.of(),
          "nohup", Set.of(),
          "retry", Set.of());

  /** Options of Nix that take the next word. */
  private static final Set<String> NIX_OPTIONS =
      Set.of("--extra-experimental-features", "--experimental-features", "--store", "-I", "-j");

  /** What a shell runs by itself, so that a function of that name is meant as well. */
  private static final Set<String> OF_THE_SHELL = Set.of("time", "retry");

  private CommandWrappers() {}

  /** Whether something runs another program, and never a function of the shell. */
  public static boolean runProgram(String name) {
    return name.equals("nix") || (RUNNERS.containsKey(name) && !OF_THE_SHELL.contains(name));
  }

  /**
   * The account that a command runs as, where sudo changes it: the name, or {@code root}, and
   * whether it keeps the variables of the caller, of which {@code HOME} decides where logins are.
   */
  public static String account(List<ShellWord> words) {
    if (words.isEmpty() || !words.get(0).is("sudo")) {
      return "";
    }
    String name = "root";
    boolean keeps = false;
    for (int at = 1; at < words.size() && isOption(words.get(at).lead()); at++) {
      String option = words.get(at).lead();
      keeps |= option.equals("-E") || option.startsWith("--preserve-env");
      if ((option.equals("-u") || option.equals("--user")) && at + 1 < words.size()) {
        name = words.get(at + 1).lead();
      } else if (option.startsWith("--user=")) {
        name = option.substring("--user=".length());
      }
      at += RUNNERS.getOrDefault("sudo", Set.of()).contains(option) ? 1 : 0;
    }
    return keeps ? name + ", with its variables kept" : name;
  }

  /** The words from the name of the program that really runs. */
  public static List<ShellWord> without(List<ShellWord> words) {
    int at = 0;
    while (at < words.size()) {
      String text = words.get(at).text().orElse("");
      if (text.equals("nix") && at + 1 < words.size()) {
        return nix(words.subList(at, words.size()));
      }
      Set<String> valued = RUNNERS.get(text);
      if (valued == null) {
        break;
      }
      at++;
      while (at < words.size() && isOption(words.get(at).lead())) {
        at += valued.contains(words.get(at).lead()) ? 2 : 1;
      }
    }
    return words.subList(Math.min(at, words.size()), words.size());
  }

  /** The variables that {@code env} and {@code sudo} set for the program that they run. */
  public static List<Command.Assignment> assignments(List<ShellWord> words) {
    List<Command.Assignment> all = new ArrayList<>();
    for (ShellWord word : words.subList(0, words.size() - without(words).size())) {
      int equals = word.lead().indexOf('=');
      if (equals > 0 && !word.lead().startsWith("-")) {
        all.add(new Command.Assignment(word.lead().substring(0, equals), word.after(equals + 1)));
      }
    }
    return all;
  }

  /** An option, an assignment of {@code env}, a duration of {@code timeout}. */
  private static boolean isOption(String lead) {
    return lead.startsWith("-")
        || lead.indexOf('=') > 0
        || (!lead.isEmpty() && Character.isDigit(lead.charAt(0)));
  }

  /** {@code nix run nixpkgs#skopeo -- copy …} runs what stands after the hash. */
  private static List<ShellWord> nix(List<ShellWord> words) {
    int command = 1;
    while (command + 1 < words.size() && words.get(command).lead().startsWith("-")) {
      command += NIX_OPTIONS.contains(words.get(command).lead()) ? 2 : 1;
    }
    boolean runs = command < words.size() && words.get(command).is("run");
    for (int at = command + 1; at < words.size(); at++) {
      ShellWord word = words.get(at);
      if (runs && word.lead().indexOf('#') >= 0) {
        return program(word, words.subList(at + 1, words.size()));
      }
      if (!runs && (word.is("-c") || word.is("--command"))) {
        return without(words.subList(at + 1, words.size()));
      }
    }
    return words;
  }

  /** Two hyphens part what is Nix's own from what is the program's; they may be left out. */
  private static List<ShellWord> program(ShellWord installable, List<ShellWord> rest) {
    List<ShellWord> command = new ArrayList<>();
    command.add(installable.after(installable.lead().indexOf('#') + 1));
    command.addAll(!rest.isEmpty() && rest.get(0).is("--") ? rest.subList(1, rest.size()) : rest);
    return command;
  }
}
