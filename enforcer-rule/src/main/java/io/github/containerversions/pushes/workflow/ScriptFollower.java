package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Positions;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the scripts, Makefiles and justfiles of the repository that a script runs, as if their
 * commands stood in it.
 */
final class ScriptFollower {
  private static final int MAX_DEPTH = 3;

  /** So many commands of other files are read for all scripts of a run. */
  private static final int MAX_COMMANDS = 100_000;

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  private static final Set<String> INTERPRETERS =
      Set.of("python", "python3", "ruby", "node", "perl", "php");

  private static final Set<String> DOCKER = Set.of("docker", "docker-compose", "depot");

  private static final Script NOTHING = new Script(List.of(), true);

  private final ScriptFiles files;
  private int left = MAX_COMMANDS;
  private boolean limited;

  ScriptFollower(RepositoryFiles files) {
    this.files = new ScriptFiles(files);
  }

  /**
   * The same script, each command with what it runs of the repository.
   *
   * @param folder the working directory, relative to the repository root
   * @param action the folder of the action that the script stands in; empty for a workflow
   */
  Script follow(Script script, String folder, String action) {
    files.begin(action);
    return follow(script, ScriptFiles.plain(folder), new ArrayDeque<>());
  }

  private Script follow(Script script, String start, Deque<String> trail) {
    List<Command> commands = new ArrayList<>();
    WorkingFolder folder = new WorkingFolder(files, script(trail), start);
    for (Command command : script.commands()) {
      folder.mark(command.mark());
      if (!command.defines().isEmpty()) {
        Command.Function it = command.defines().get(0);
        Script body = follow(it.body(), folder.path(), trail);
        commands.add(command.defining(new Command.Function(it.name(), body)));
        continue;
      }
      List<ShellWord> words = CommandWrappers.without(command.words());
      files.take(command, script(trail), folder.path());
      folder.take(words);
      commands.add(
          followed(command, words, folder.path(), trail).map(command::with).orElse(command));
    }
    return new Script(commands, script.complete());
  }

  /** The file that is read; empty for the script of a step. */
  private static String script(Deque<String> trail) {
    return trail.stream().filter(it -> !it.isEmpty()).findFirst().orElse("");
  }

  private Optional<Command.Followed> followed(
      Command command, List<ShellWord> words, String folder, Deque<String> trail) {
    String name = words.isEmpty() ? "" : words.get(0).lead();
    if (words.isEmpty()) {
      return Optional.empty();
    } else if (name.equals("eval")) {
      return text(words.subList(1, words.size()), false, List.of(), folder, trail);
    } else if (name.equals(".") || name.equals("source")) {
      return file(words.subList(1, words.size()), false, true, folder, trail);
    } else if (SHELLS.contains(name.substring(name.lastIndexOf('/') + 1))) {
      return words.size() == 1 || words.get(1).is("-s")
          ? text(command.input(), true, given(command, words, 2), folder, trail)
          : shell(command, words, folder, trail);
    } else if (name.equals("make") || name.equals("gmake") || isMake(words.get(0))) {
      return recipe(MakeCall.of(given(words)), folder, trail);
    } else if (name.equals("just")) {
      return recipe(MakeCall.just(given(words)), folder, trail);
    } else if (name.equals("nix-shell")) {
      return nixShell(words, folder, trail);
    } else if (INTERPRETERS.contains(name) && words.size() > 1) {
      return interpreted(words.get(1), folder, trail);
    } else if (DOCKER.contains(name.substring(name.lastIndexOf('/') + 1))) {
      Optional<Script> builds = BakeCall.of(given(words)).flatMap(it -> builds(it, folder));
      return builds.flatMap(it -> within("", () -> it, true, List.of(), folder, trail));
    }
    return file(words, true, name.endsWith(".sh"), folder, trail);
  }

  /** Words that a program other than a script gets. */
  private static List<ShellWord> given(List<ShellWord> words) {
    return words.stream().map(ShellWord::ofCaller).toList();
  }

  private static boolean isMake(ShellWord word) {
    return !word.pieces().isEmpty()
        && word.pieces().get(0) instanceof Piece.Variable it
        && it.name().equals("MAKE");
  }

  /** {@code bash -c '…'} or {@code bash script}. */
  private Optional<Command.Followed> shell(
      Command command, List<ShellWord> words, String folder, Deque<String> trail) {
    int at = 1;
    while (at < words.size() && words.get(at).lead().matches("[-+][^c]*")) {
      at += words.get(at).lead().endsWith("o") ? 2 : 1;
    }
    if (at < words.size() && words.get(at).lead().matches("-[a-z]*c")) {
      List<ShellWord> script = words.subList(Math.min(at + 1, words.size()), words.size());
      List<ShellWord> first = script.subList(0, Math.min(1, script.size()));
      return text(first, true, given(command, words, at + 3), folder, trail);
    }
    return at >= words.size()
        ? Optional.empty()
        : file(words.subList(at, words.size()), true, true, folder, trail);
  }

  /** The words that a text is given; xargs adds others, of which nothing is known. */
  private static List<ShellWord> given(Command command, List<ShellWord> words, int from) {
    List<ShellWord> given =
        new ArrayList<>(words.subList(Math.min(from, words.size()), words.size()));
    ShellWord program = words.get(0);
    if (command.words().stream()
        .limit(command.words().size() - words.size())
        .anyMatch(it -> it.is("xargs"))) {
      Piece unknown = new Piece.Computed("", program.start(), program.end());
      given.add(
          new ShellWord(List.of(unknown), program.start(), program.end(), program.positions()));
    }
    return given;
  }

  /** {@code nix-shell --run '…'} gives its text to bash. */
  private Optional<Command.Followed> nixShell(
      List<ShellWord> words, String folder, Deque<String> trail) {
    for (int at = 1; at + 1 < words.size(); at++) {
      if (words.get(at).is("--run") || words.get(at).is("--command")) {
        return text(words.subList(at + 1, at + 2), true, List.of(), folder, trail);
      }
    }
    return Optional.empty();
  }

  /** Commands that stand in words; their place is that of the first. */
  private Optional<Command.Followed> text(
      List<ShellWord> words,
      boolean ownShell,
      List<ShellWord> arguments,
      String folder,
      Deque<String> trail) {
    SplicedText all = new SplicedText();
    if (words.isEmpty() || !words.stream().allMatch(all::add)) {
      return Optional.empty();
    }
    Positions positions = (start, end) -> words.get(0).location();
    return within("", () -> all.read(positions, ownShell), ownShell, arguments, folder, trail);
  }

  /** A file of the repository; others are left to those who look for what may push. */
  private Optional<Command.Followed> file(
      List<ShellWord> words, boolean ownShell, boolean surely, String folder, Deque<String> trail) {
    List<String> candidates =
        words.isEmpty() ? List.of() : files.named(words.get(0), script(trail), folder);
    if (candidates.isEmpty()
        || (!surely && words.get(0).text().filter(it -> it.indexOf('/') < 0).isPresent())) {
      return Optional.empty();
    }
    for (String file : candidates) {
      Optional<SourceText> text = files.text(file);
      if (text.isPresent() && !ScriptFiles.isShell(file, text.get().content())) {
        return interpreted(words.get(0), folder, trail);
      } else if (text.isPresent()) {
        SourceText source = text.get();
        return within(
            file,
            () -> files.script(file, source),
            ownShell,
            words.subList(1, words.size()),
            folder,
            trail);
      }
    }
    return Optional.empty();
  }

  /** A script of another language is not read, but it may push, or log in. */
  private Optional<Command.Followed> interpreted(
      ShellWord word, String folder, Deque<String> trail) {
    for (String file : files.named(word, script(trail), folder)) {
      Optional<SourceText> text = files.text(file);
      if (text.isPresent()) {
        String content = text.get().content();
        return PushWords.holdPush(content)
            ? Optional.of(unread("this is no shell script and may push: not followed"))
            : PushWords.mayLogIn(content) ? Optional.of(unread(" ")) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The builds that files of bake or Compose describe; empty where these are not known. */
  Optional<Script> builds(BakeCall call, String folder) {
    return BakeBuilds.of(call, it -> files.text(folder + "/" + it));
  }

  private Optional<Command.Followed> recipe(MakeCall call, String folder, Deque<String> trail) {
    if (call.dry()) {
      return Optional.of(unread(""));
    }
    for (String name : call.files()) {
      String file = ScriptFiles.plain(folder + "/" + call.folder() + "/" + name);
      Optional<SourceText> text = files.text(file);
      if (text.isPresent()) {
        Recipes recipes = RecipeReader.read(text.get(), call.just(), files::text);
        Optional<Script> script = recipes.script(call);
        if (script.isEmpty() && PushWords.holdPush(text.get().content())) {
          return Optional.of(
              unread(
                  "the file has no recipe by this name, or one that needs too many others, and may push:"
                      + " not followed"));
        }
        String trailed = file + " " + call.targets();
        return script.flatMap(
            it ->
                within(
                    trailed,
                    () -> it,
                    true,
                    List.of(),
                    ScriptFiles.plain(folder + "/" + call.folder()),
                    trail));
      }
    }
    return Optional.empty();
  }

  private static Command.Followed unread(String why) {
    return new Command.Followed(NOTHING, true, List.of(), why);
  }

  private Optional<Command.Followed> within(
      String file,
      Supplier<Script> read,
      boolean ownShell,
      List<ShellWord> arguments,
      String folder,
      Deque<String> trail) {
    String problem = "";
    if (!file.isEmpty() && trail.contains(file)) {
      problem = "this runs itself: not followed again";
    } else if (trail.size() >= MAX_DEPTH) {
      // What it may set is unknown in any case; a line is for what may push.
      problem =
          PushWords.mayPush(read.get())
              ? "this stands " + (MAX_DEPTH + 1) + " scripts deep: not followed"
              : " ";
    } else if (left <= 0) {
      problem =
          limited
              ? " "
              : "the scripts have more than "
                  + MAX_COMMANDS
                  + " commands in all: not followed from here on";
      limited = true;
    }
    if (!problem.isEmpty()) {
      return Optional.of(unread(problem));
    }
    Script script = read.get();
    left -= script.commands().size();
    trail.push(file);
    Script all = follow(script, folder, trail);
    trail.pop();
    return Optional.of(new Command.Followed(all, ownShell, arguments, ""));
  }
}
