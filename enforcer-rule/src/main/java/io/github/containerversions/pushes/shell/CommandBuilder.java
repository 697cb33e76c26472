package io.github.containerversions.pushes.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command that is being read: its here-document stands on lines after its own. */
final class CommandBuilder {

  /** Commands whose arguments are assignments as well (bash, declaration commands). */
  private static final Set<String> DECLARING =
      Set.of("export", "readonly", "local", "declare", "typeset");

  private final List<Command.Assignment> assignments = new ArrayList<>();
  private final List<ShellWord> words = new ArrayList<>();
  final List<ShellWord> input = new ArrayList<>();
  final List<ShellWord> outputs = new ArrayList<>();
  @Nullable CommandBuilder feeder;
  private @Nullable Command command;

  boolean isEmpty() {
    return assignments.isEmpty() && words.isEmpty() && input.isEmpty() && outputs.isEmpty();
  }

  /** Adds a word, as an assignment where it is one. */
  void add(ShellWord word) {
    int name = assigned(word);
    if (name > 0 && (words.isEmpty() || declares())) {
      String lead = word.lead();
      int value = lead.charAt(name) == '+' ? name + 2 : name + 1;
      assignments.add(new Command.Assignment(lead.substring(0, name), word.after(value)));
    } else {
      words.add(word);
    }
  }

  private boolean declares() {
    return words.get(0).text().filter(DECLARING::contains).isPresent();
  }

  /** The length of the name that a word assigns to; 0 where it is no assignment. */
  private static int assigned(ShellWord word) {
    String lead = word.lead();
    int at = 0;
    while (at < lead.length() && isNamePart(lead.charAt(at), at)) {
      at++;
    }
    return lead.startsWith("=", at) || lead.startsWith("+=", at) ? at : 0;
  }

  static boolean isNamePart(char c, int index) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (index > 0 && c >= '0' && c <= '9');
  }

  /** The command; what feeds it must have been asked before. */
  Command command() {
    Command made = command;
    if (made == null) {
      List<Command> from = feeder == null ? List.of() : List.of(feeder.command());
      made = new Command(assignments, words, input, outputs, from);
      command = made;
    }
    return made;
  }
}
