package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.PushWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command runs that is not read. It may log in and set variables, so that nothing after it
 * in the job is certain to be without them.
 *
 * @param what what it is, in a few words
 * @param reported whether it may push, so that it has a line of its own
 */
record Elsewhere(String what, boolean reported) {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "source", ".");

  /**
   * What a command runs that is not read.
   *
   * @param words the command from the name of its program on
   */
  static Optional<Elsewhere> of(Command command, List<ShellWord> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String name = words.get(0).text().orElse("");
    String lead = words.get(0).lead();
    if (name.isEmpty() && lead.indexOf('/') > 0 && !lead.startsWith("/")) {
      return Optional.of(
          new Elsewhere("a program in " + Shown.of(lead), PushWords.mayPush(written(words))));
    } else if (name.equals("eval")) {
      return Optional.of(new Elsewhere("what eval runs", true));
    } else if (SHELLS.contains(name.substring(name.lastIndexOf('/') + 1)) || name.equals(".")) {
      return Optional.of(shell(name, command, words));
    } else if (name.equals("nix-shell") && words.size() > 1 && PushWords.mayPush(written(words))) {
      return Optional.of(new Elsewhere("what nix-shell runs", true));
    } else if (name.endsWith(".sh")) {
      return Optional.of(
          new Elsewhere(
              "the script " + Shown.of(name),
              PushWords.mayPush(written(words)) || isOurs(words.get(0))));
    } else if (name.indexOf('/') > 0 && !name.startsWith("/") && PushWords.mayPush(name)) {
      return Optional.of(new Elsewhere("the program " + Shown.of(name), true));
    }
    return Optional.empty();
  }

  /**
   * Whether a program that is not read logs in by its words. What only reads them does not, and of
   * the programs of the table their commands that log in are known.
   */
  static boolean mayLogIn(List<ShellWord> words) {
    String name = words.isEmpty() ? "" : words.get(0).text().orElse("");
    String program = name.substring(name.lastIndexOf('/') + 1);
    return !CommandRecogniser.READING.contains(program)
        && ToolTable.rows(program).stream().allMatch(ToolTable.Row::isTold)
        && words.stream().map(Elsewhere::written).anyMatch(PushWords::mayLogIn);
  }

  private static Elsewhere shell(String name, Command command, List<ShellWord> words) {
    if (words.size() == 1) {
      boolean holds = command.input().stream().anyMatch(it -> PushWords.holdPush(written(it)));
      return new Elsewhere("what " + name + " reads from its standard input", holds);
    } else if (words.stream().anyMatch(it -> it.lead().matches("-[a-z]*c"))) {
      return new Elsewhere("what " + name + " -c runs", true);
    }
    return new Elsewhere(
        "the script that this runs", PushWords.mayPush(written(words)) || isOurs(words.get(1)));
  }

  /**
   * Whether a word is a path within the repository. The script that activates a virtual environment
   * of Python sets variables and is made while the job runs.
   */
  private static boolean isOurs(ShellWord word) {
    String path = word.text().orElse("");
    return !path.isEmpty()
        && "/~-".indexOf(path.charAt(0)) < 0
        && !path.endsWith("bin/activate")
        && !path.endsWith("Scripts/activate");
  }

  private static String written(List<ShellWord> words) {
    return LocatedPiece.written(
        words.stream().flatMap(it -> LocatedPiece.of(it).stream()).toList());
  }

  private static String written(ShellWord word) {
    return written(List.of(word));
  }
}
