package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.CommandWrappers;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Step;
import java.util.List;
import java.util.Map;

/** The steps of one job, from the first to the last. */
final class JobWalk {
  private final Job job;
  private final VariableScope values;
  private final Guard guard;
  private final PushAccess access;
  private final List<PushAccess.Found> found;
  private final List<Note> notes;
  private final JobLogins logins;
  private final CommandRecogniser tools;
  private final ActionRecogniser actions;
  private final Functions functions;
  private boolean elsewhere;

  JobWalk(
      Job job,
      VariableScope values,
      Guard guard,
      PushAccess access,
      List<PushAccess.Found> found,
      List<Note> notes,
      Functions.Budget budget) {
    this.job = job;
    this.values = values;
    this.guard = guard;
    this.access = access;
    this.found = found;
    this.notes = notes;
    this.logins = new JobLogins(values);
    this.tools = new CommandRecogniser(values, this::add, this::add, this::remove, notes::add);
    this.actions = new ActionRecogniser(values, this::add, this::add, notes::add);
    this.functions = new Functions(budget);
  }

  void walk() {
    for (Step step : job.steps()) {
      values.begin(step);
      logins.begin(step.frame().condition());
      if (step instanceof Step.Use use) {
        actions.look(use);
        if (use.action().endsWith("dagger-for-github")) {
          notes.add(new Note(use.location(), "what this action calls is not followed", true));
        }
      } else if (step instanceof Step.Outputs it) {
        it.values()
            .forEach((name, value) -> values.handed().output(it.to(), name, values.resolve(value)));
      } else if (step instanceof Step.Run run) {
        run(run);
      }
    }
  }

  private void run(Step.Run step) {
    Script script = step.script();
    functions.begin(script);
    run(script);
    functions.unread(Map.of()).forEach(this::readUncalled);
    if (!script.complete() || script.commands().isEmpty()) {
      values.open("a script that was not understood", true);
      add(new Login(Host.UNKNOWN, step.location(), List.of(), AuthFile.ALL, ""));
    }
  }

  /** The commands of a script, and those of the scripts that they run, in their place. */
  private void run(Script script) {
    functions.known(script);
    for (Command given : CommandInput.withInput(script.commands())) {
      if (given.defines().isEmpty()) {
        run(CommandInput.of(given, values));
      }
      for (Command.Function function : given.defines()) {
        if (functions.defines(function, given.conditional())) {
          readUncalled(function);
        }
      }
    }
  }

  private void run(Command command) {
    String outer = logins.account();
    String own = CommandWrappers.account(command.words());
    logins.become(own.isEmpty() ? outer : own);
    values.take(command);
    logins.maybe(elsewhere && command.conditional());
    List<ShellWord> words = tools.words(command);
    List<Command.Function> called = called(command, words);
    if (called.isEmpty()) {
      look(command, words);
    } else {
      call(command, words, called);
    }
    logins.become(outer);
  }

  /** The functions that a command calls: one, or those that the value of a variable may name. */
  private List<Command.Function> called(Command command, List<ShellWord> words) {
    boolean program = words.isEmpty() || CommandWrappers.runProgram(command.words().get(0).lead());
    if (program) {
      return List.of();
    }
    return words.get(0).text().isPresent()
        ? functions.named(words.get(0).lead())
        : Ways.of(values.resolve(words.get(0))).stream()
            .filter(it -> it.stream().allMatch(LocatedPiece::isText))
            .flatMap(it -> functions.named(LocatedPiece.written(it)).stream())
            .toList();
  }

  private void look(Command command, List<ShellWord> words) {
    tools.look(command, words);
    boolean evaluated =
        !words.isEmpty() && words.get(0).text().isPresent() && !words.get(0).is("eval");
    if (command.followed().isEmpty() && !(evaluated && command.words().get(0).is("eval"))) {
      noteWhatIsElsewhere(command);
    }
    for (Command.Followed followed : command.followed()) {
      if (!followed.problem().isEmpty()) {
        if (!followed.problem().isBlank()) {
          notes.add(new Note(command.words().get(0).location(), followed.problem(), true));
        }
        uncertain("what " + Shown.of(command.words().get(0).lead()) + " runs");
      }
      ScriptVariables.Scope scope = values.script().enter(followed);
      Map<String, List<Command.Function>> known = functions.all();
      boolean before = elsewhere;
      elsewhere = true;
      run(Xargs.filled(command, followed.script(), values));
      if (followed.ownShell()) {
        functions.unread(known).forEach(this::readUncalled);
        functions.restore(known);
      }
      elsewhere = before;
      values.script().leave(scope);
    }
    if (!words.isEmpty() && words.get(0).text().isEmpty() && mayCall(words.get(0))) {
      uncertain("what " + LocatedPiece.shown(LocatedPiece.of(words.get(0))) + " runs");
    }
  }

  /**
   * Whether what stands in the place of a program may be a function that nothing has called yet.
   */
  private boolean mayCall(ShellWord word) {
    return functions.isAnyUnread()
        && Ways.of(values.resolve(word)).stream()
            .anyMatch(it -> !it.stream().allMatch(LocatedPiece::isText));
  }

  /** A call of a function; of one that is defined in several ways, each of them may be meant. */
  private void call(Command command, List<ShellWord> words, List<Command.Function> called) {
    Arguments arguments = Arguments.of(words.subList(1, words.size()), values);
    boolean maybe = command.conditional() || called.size() > 1;
    for (Command.Function function : called) {
      values.script().mark(called.size() > 1 ? Mark.BRANCH : Mark.NONE);
      read(command.words().get(0), function, arguments, maybe);
      values.script().mark(called.size() > 1 ? Mark.END : Mark.NONE);
    }
  }

  private void read(
      ShellWord caller, Command.Function function, Arguments arguments, boolean maybe) {
    String problem = functions.enter(function);
    if (!problem.isEmpty()) {
      if (!problem.isBlank()) {
        notes.add(new Note(caller.location(), problem, Functions.isPush(function)));
      }
      uncertain("what " + Shown.of(function.name()) + " runs");
      return;
    }
    Script body =
        maybe
            ? new Script(
                function.body().commands().stream().map(Command::inSomeCases).toList(), true)
            : function.body();
    ScriptVariables.Scope scope = values.script().enterFunction(body, arguments);
    run(body);
    values.script().leave(scope);
    functions.leave();
  }

  /** A function that is called in a way that is not seen, or never. */
  private void readUncalled(Command.Function function) {
    boolean before = logins.uncalled(true);
    values.script().mark(Mark.SUBSHELL);
    function.body().commands().stream()
        .flatMap(it -> it.words().stream())
        .findFirst()
        .ifPresent(it -> read(it, function, Arguments.UNKNOWN, false));
    values.script().mark(Mark.END);
    logins.uncalled(before);
  }

  private void add(Push push) {
    if (guard.asks(push) && !logins.isOff()) {
      found.add(access.found(job, push, logins.of(push)));
    }
  }

  private void add(Login login) {
    if (!logins.isOff()) {
      access.add(job, login);
      logins.add(login);
    }
  }

  private void remove(Logout logout) {
    if (!logins.isOff()) {
      logins.remove(logout);
    }
  }

  private void noteWhatIsElsewhere(Command command) {
    List<ShellWord> words = CommandWrappers.without(command.words());
    Elsewhere.of(command, words)
        .ifPresentOrElse(
            it -> {
              if (it.reported()) {
                notes.add(new Note(words.get(0).location(), it.what() + " is not followed", true));
              }
              uncertain(it.what());
            },
            () -> {
              if (Elsewhere.mayLogIn(words)) {
                String program = LocatedPiece.shown(LocatedPiece.of(words.get(0)));
                logins.mayBeElsewhere("what " + program + " runs");
              }
            });
  }

  /** What is not followed may have logged in and set variables. */
  private void uncertain(String what) {
    values.open(what, true);
    logins.mayBeElsewhere(what);
  }
}
