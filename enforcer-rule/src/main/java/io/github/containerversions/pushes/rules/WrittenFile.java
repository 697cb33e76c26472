package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a command writes to the file that sets variables or outputs for later steps (GitHub Docs,
 * "Workflow commands").
 */
final class WrittenFile {
  private static final Set<String> ENVIRONMENT = Set.of("GITHUB_ENV", "FORGEJO_ENV", "GITEA_ENV");
  private static final Set<String> OUTPUT =
      Set.of("GITHUB_OUTPUT", "FORGEJO_OUTPUT", "GITEA_OUTPUT");
  private static final String SET_OUTPUT = "::set-output name=";
  private static final Set<String> PRINTERS = Set.of("echo", "printf", "cat");

  private final Command command;
  private final boolean output;
  private boolean complete = true;

  private WrittenFile(Command command, boolean output) {
    this.command = command;
    this.output = output;
  }

  static Optional<WrittenFile> of(Command command) {
    List<ShellWord> targets = new ArrayList<>(command.outputs());
    if (!command.words().isEmpty() && command.words().get(0).is("tee")) {
      targets.addAll(command.words());
    }
    if (prints(command) && isCommand(command)) {
      return Optional.of(new WrittenFile(command, true));
    }
    for (ShellWord target : targets) {
      for (Piece piece : target.pieces()) {
        String name =
            piece instanceof Piece.Variable variable
                ? variable.name()
                : piece instanceof Piece.Expression it
                    ? it.body()
                        .replace("github.env", "GITHUB_ENV")
                        .replace("github.output", "GITHUB_OUTPUT")
                    : "";
        if (ENVIRONMENT.contains(name) || OUTPUT.contains(name)) {
          return Optional.of(new WrittenFile(command, OUTPUT.contains(name)));
        }
      }
    }
    return Optional.empty();
  }

  /** An output may also be printed, as a command of the runner (before files took their place). */
  private static boolean isCommand(Command command) {
    return command.words().size() > 1 && command.words().get(1).lead().startsWith(SET_OUTPUT);
  }

  static boolean prints(Command command) {
    return !command.words().isEmpty()
        && command.words().get(0).text().filter(PRINTERS::contains).isPresent();
  }

  boolean isOutput() {
    return output;
  }

  /** Whether all that is written was understood; to be asked after {@link #lines}. */
  boolean complete() {
    return complete;
  }

  /**
   * The names that are set, with their values.
   *
   * @param printed what the commands before it in the same script print
   */
  Map<String, ShellWord> lines(List<Command> printed) {
    Map<String, ShellWord> lines = new LinkedHashMap<>();
    String name = command.words().isEmpty() ? "" : command.words().get(0).text().orElse("");
    if (name.equals("}") || name.isEmpty()) {
      printed.forEach(it -> printed(it, lines));
    } else if (name.equals("tee")) {
      command.feeder().forEach(it -> printed(it, lines));
      complete &= !command.feeder().isEmpty() && prints(command.feeder().get(0));
    } else {
      printed(command, lines);
      complete &= prints(command);
    }
    return lines;
  }

  private void printed(Command from, Map<String, ShellWord> lines) {
    List<ShellWord> words = from.words();
    boolean format = !words.isEmpty() && words.get(0).is("printf");
    if (format
        && words.size() == 3
        && words.get(1).lead().matches("[A-Za-z_][A-Za-z0-9_]*=%s(\\\\n)?")) {
      String lead = words.get(1).lead();
      lines.put(lead.substring(0, lead.indexOf('=')), words.get(2));
      return;
    }
    if (format && words.size() > 2) {
      complete = false;
      return;
    }
    for (ShellWord word : words.subList(Math.min(1, words.size()), words.size())) {
      lines(word, lines);
    }
    from.input().forEach(it -> lines(it, lines));
  }

  /** The lines of a word; a value ends with its line. */
  private void lines(ShellWord word, Map<String, ShellWord> lines) {
    List<Piece> line = new ArrayList<>();
    for (Piece piece : word.pieces()) {
      if (!(piece instanceof Piece.Text text)) {
        line.add(piece);
        continue;
      }
      String[] parts = text.text().split("\n", -1);
      int at = text.start();
      for (int index = 0; index < parts.length; index++) {
        if (!parts[index].isEmpty()) {
          line.add(
              new Piece.Text(parts[index], at, Math.min(at + parts[index].length(), text.end())));
        }
        at += parts[index].length() + 1;
        if (index < parts.length - 1) {
          set(line, word, lines);
          line.clear();
        }
      }
    }
    set(line, word, lines);
  }

  private void set(List<Piece> line, ShellWord owner, Map<String, ShellWord> lines) {
    ShellWord whole = new ShellWord(line, owner.start(), owner.end(), owner.positions());
    if (whole.lead().startsWith(SET_OUTPUT)) {
      int name = SET_OUTPUT.length();
      int colons = whole.lead().indexOf("::", name);
      if (colons > 0) {
        lines.put(whole.lead().substring(name, colons).strip(), whole.after(colons + 2));
      }
      return;
    }
    int equals = whole.lead().indexOf('=');
    if (equals > 0) {
      lines.put(whole.lead().substring(0, equals).strip(), whole.after(equals + 1));
    } else if (!line.isEmpty() && !whole.lead().startsWith("-")) {
      complete = false;
    }
  }
}
