package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.CommandWrappers;
import io.github.containerversions.pushes.workflow.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Recognises commands that push or log in, by the table of programs. */
final class CommandRecogniser {
  /** What only shows or compares its words, or does something else with them. */
  static final Set<String> READING =
      Set.of(
          "echo",
          "printf",
          "cat",
          "grep",
          "sed",
          "awk",
          "jq",
          "yq",
          "test",
          "[",
          "[[",
          "for",
          "case",
          "git",
          "gh",
          "export",
          "local",
          "declare",
          "readonly",
          "which",
          "type",
          "read",
          "kubectl");

  /** Options with which nothing is pushed. */
  private static final List<String> NOT_IN_EARNEST =
      List.of("--dry-run", "--just-print", "--recon", "--snapshot", "--skip-publish");

  private final VariableScope values;
  private final Consumer<Push> pushes;
  private final Consumer<Note> notes;
  private final PushCredentials credentials;
  private final LoginCommands logins;

  CommandRecogniser(
      VariableScope values,
      Consumer<Push> pushes,
      Consumer<Login> logins,
      Consumer<Logout> logouts,
      Consumer<Note> notes) {
    this.values = values;
    this.pushes = pushes;
    this.notes = notes;
    this.credentials = new PushCredentials(values, notes);
    this.logins = new LoginCommands(values, credentials, logins, logouts);
  }

  /** The words of a command from the name of its program or function on. */
  List<ShellWord> words(Command command) {
    List<ShellWord> words = CommandWrappers.without(Xargs.filled(command, values));
    boolean evaluates = words.size() > 1 && words.get(0).is("eval");
    // A list of words is a command where eval is given it, up to quotes in the words.
    return named(
        evaluates && Arguments.isList(words.get(1)) ? words.subList(1, words.size()) : words);
  }

  /** Looks at one command. */
  void look(Command command, List<ShellWord> words) {
    logins.writesKeychain(command, words);
    if (words.isEmpty()) {
      return;
    }
    String path = end(words.get(0));
    String tool = path.substring(path.lastIndexOf('/') + 1);
    List<ShellWord> rest =
        words.subList(1, words.size()).stream()
            .flatMap(it -> ExpandedWords.of(it, values).stream())
            .toList();
    Location at = words.get(0).location();
    if (tool.isEmpty()) {
      unknown(words, rest, at);
    } else if (tool.equals("dagger")) {
      DaggerCall.push(rest, at, values).ifPresent(pushes);
    } else {
      Optional<ToolTable.Match> match =
          ToolTable.find(tool, rest).or(() -> ToolTable.find(tool, MaybePush.withListsLast(rest)));
      if (match.isEmpty() && command.words().get(0).is("nix")) {
        match = ToolTable.find("nix", command.words().subList(1, command.words().size()));
        match.ifPresent(it -> run(it, "nix", command, at));
      } else if (match.isPresent()) {
        run(match.get(), tool, command, at);
      } else if (!READING.contains(tool)
          && command.followed().isEmpty()
          && MaybePush.is(tool, rest)) {
        notes.accept(
            new Note(
                at, "what " + Shown.of(tool) + " runs here may push, and is not followed", true));
      }
    }
  }

  /** A program may be named by a variable, with words of its own, or with none. */
  private List<ShellWord> named(List<ShellWord> words) {
    if (words.isEmpty() || words.get(0).text().isPresent()) {
      return words;
    }
    ShellWord first = words.get(0);
    List<ShellWord> array = ExpandedWords.ofProgram(first, values);
    if (array.size() != 1 || !array.get(0).equals(first)) {
      List<ShellWord> whole = new ArrayList<>(array);
      whole.addAll(words.subList(1, words.size()));
      return CommandWrappers.without(whole);
    }
    List<List<LocatedPiece>> value = Words.of(values.resolve(first));
    boolean known = !value.isEmpty() && value.get(0).stream().allMatch(LocatedPiece::isText);
    if (!known && !value.isEmpty()) {
      return words;
    }
    LocatedPiece place = new LocatedPiece(first.pieces().get(0), first);
    List<ShellWord> all = new ArrayList<>();
    value.forEach(it -> all.add(Words.word(it, place)));
    all.addAll(words.subList(1, words.size()));
    return CommandWrappers.without(all);
  }

  /** A program that cannot be known may push where its words say so. */
  private void unknown(List<ShellWord> words, List<ShellWord> rest, Location at) {
    if (MaybePush.isUnknown(words.get(0), rest)) {
      String shown = LocatedPiece.shown(LocatedPiece.of(words.get(0)));
      notes.accept(
          new Note(at, "what " + shown + " runs here may push, and is not followed", true));
    }
  }

  /** The text that the name of a program ends in: its folder may be computed. */
  private static String end(ShellWord word) {
    List<Piece> pieces = word.pieces();
    return word.text()
        .orElse(
            !pieces.isEmpty()
                    && pieces.get(pieces.size() - 1) instanceof Piece.Text it
                    && it.text().startsWith("/")
                ? it.text()
                : "");
  }

  private void run(ToolTable.Match match, String tool, Command command, Location at) {
    ToolTable.Row row = match.row();
    Options options = match.options();
    String title = (tool + " " + String.join(" ", row.subcommand())).strip();
    if (row.target().equals("logout")) {
      logins.logout(row, options, command);
    } else if (row.isLogin()) {
      logins.login(row, options, command, at);
    } else if (row.isTold()) {
      told(match, title, command, at);
    } else if (command.followed().isEmpty()) {
      int colon = row.target().indexOf(':');
      String kind = colon < 0 ? row.target() : row.target().substring(0, colon);
      TargetSyntax.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'))
          .target(row.argument(), options, options.operands(), values)
          .or(() -> fromInput(command))
          .map(it -> credentials.push(row, title, options, it, command, at))
          .ifPresentOrElse(pushes, () -> unseen(row, title, options, at));
    }
  }

  /** A build whose options are not known may push, too. */
  private void unseen(ToolTable.Row row, String title, Options options, Location at) {
    String unseen =
        row.target().equals("build")
            ? BuildRequest.of(options, options.operands(), values).unseen()
            : "";
    if (!unseen.isEmpty()) {
      notes.accept(new Note(at, "whether " + title + " pushes here depends on " + unseen, true));
    }
  }

  /** What xargs gives it is known only when it runs. */
  private static Optional<TargetSyntax.Target> fromInput(Command command) {
    boolean given = command.words().stream().anyMatch(it -> it.is("xargs"));
    return given
        ? Optional.of(new TargetSyntax.Target(List.of(), Host.of("what xargs reads")))
        : Optional.empty();
  }

  private void told(ToolTable.Match match, String title, Command command, Location at) {
    ToolTable.Row row = match.row();
    if (NOT_IN_EARNEST.stream().anyMatch(match.options()::on)
        || (row.programs().contains("make") && match.options().on("-n"))) {
      return;
    }
    boolean words = row.target().startsWith("told-words");
    List<ShellWord> given = new ArrayList<>(command.words());
    command.assignments().forEach(it -> given.add(it.value()));
    String all =
        String.join(
            " ", given.stream().map(it -> LocatedPiece.written(LocatedPiece.of(it))).toList());
    boolean says =
        row.target().equals("told")
            || List.of(row.argument().split("\\|", -1)).stream()
                .anyMatch(it -> says(all, it, words));
    if (says && command.followed().stream().noneMatch(it -> runs(it.script()))) {
      notes.accept(
          new Note(at, "what " + title + " runs here may push, and is not followed", true));
    }
  }

  /** Whether a script has a command at all; a recipe may do nothing but need others. */
  private static boolean runs(Script script) {
    return script.commands().stream().anyMatch(it -> !it.words().isEmpty());
  }

  /** By whole words where people chose the name, or an option as it stands. */
  private static boolean says(String all, String word, boolean words) {
    return words
        ? all.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
        : all.contains(word);
  }
}
