package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Given;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Step;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of variables at one point of a job: what the script set before, the environments of
 * step, job and workflow, what earlier steps exported, and the inputs of a composite action.
 */
final class VariableScope implements Shell.Environment {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_PARTS = 200;

  /** So many values are looked up for one word; variables may refer to each other without end. */
  private static final int MAX_LOOKUPS = 2_000;

  /** And so many for all words of a job. */
  private static final int MAX_LOOKUPS_OF_JOB = 1_000_000;

  /** Variables that the runner sets, and words that a script or a function is given. */
  private static final Pattern SET_ELSEWHERE =
      Pattern.compile(
          "(?:GITHUB|GITEA|FORGEJO|RUNNER|ACTIONS)_.*|CI|HOME|HOSTNAME|PATH|PWD|USER|[^A-Za-z_].*");

  private static final Script NOTHING = new Script(List.of(), true);

  private final Map<String, ShellWord> workflow;
  private final Map<String, ShellWord> job;
  private final StepValues handed = new StepValues();
  private final ScriptVariables script = new ScriptVariables(this);
  private final List<Command> printed = new ArrayList<>();
  private String openForJob = "";
  private String openForStep = "";
  private String id = "";
  private int left;
  private int leftOfJob = MAX_LOOKUPS_OF_JOB;
  private Map<String, ShellWord> step = Map.of();
  private Map<String, ShellWord> inputs = Map.of();

  VariableScope(Workflow workflow, Job job) {
    this.workflow = workflow.env();
    this.job = job.env();
  }

  /** A step begins: it does not see the variables of the scripts before it. */
  void begin(Step next) {
    script.begin(next instanceof Step.Run run ? run.script() : NOTHING);
    printed.clear();
    openForStep = "";
    id = next.frame().id();
    step = next.env();
    inputs = next.inputs();
  }

  /** The variables of the script that runs. */
  ScriptVariables script() {
    return script;
  }

  /** Takes note of what a command sets, for itself, for what follows, or for later steps. */
  void take(Command command) {
    script.mark(command.mark());
    script.take(command);
    WrittenFile.of(command).ifPresent(it -> writes(it, command.conditional()));
    if (WrittenFile.prints(command) && command.outputs().isEmpty()) {
      printed.add(command);
    }
  }

  private void writes(WrittenFile file, boolean conditional) {
    Map<String, List<LocatedPiece>> lines = new HashMap<>();
    file.lines(printed).forEach((name, value) -> lines.put(name, resolve(value)));
    if (file.isOutput()) {
      lines.forEach((name, value) -> handed.output(id, name, value, conditional));
    } else {
      lines.forEach((name, value) -> handed.export(name, value, conditional));
      openForJob = file.complete() ? openForJob : "what is written to GITHUB_ENV";
    }
  }

  /** Something that is not followed may have set any variable, for its step or for the job. */
  void open(String what, boolean job) {
    openForStep = what;
    openForJob = job ? what : openForJob;
  }

  /** What a job hands to others. */
  Map<String, List<LocatedPiece>> handedOver(Job ended) {
    script.begin(NOTHING);
    step = Map.of();
    inputs = Map.of();
    Map<String, List<LocatedPiece>> outputs = new HashMap<>();
    ended
        .outputs()
        .forEach(
            (name, word) -> {
              List<LocatedPiece> value = StepValues.forOtherJobs(resolve(word));
              if (!value.isEmpty()) {
                outputs.put(name, value);
              }
            });
    return outputs;
  }

  /** What steps and other jobs hand to the steps after them. */
  StepValues handed() {
    return handed;
  }

  /** Whether a variable is there when the script of a step begins. */
  @Override
  public boolean isGiven(String variable) {
    return given(variable) != null || SET_ELSEWHERE.matcher(variable).matches();
  }

  /** Whether the program of the command that is looked at gets a variable. */
  boolean isExported(String variable) {
    return exported(variable) != null;
  }

  private @Nullable List<LocatedPiece> exported(String variable) {
    List<LocatedPiece> value = script.exported(variable);
    if (value == null) {
      return script.handsOnGiven(variable) ? given(variable) : null;
    }
    boolean ended =
        value.size() == 1
            && value.get(0).piece() instanceof Piece.Variable it
            && it.name().equals(variable);
    return ended ? null : value;
  }

  /** Whether a part is a variable that certainly nothing here sets. */
  boolean isUnset(LocatedPiece part) {
    return part.piece() instanceof Piece.Variable it
        && part.doubt().isEmpty()
        && !SET_ELSEWHERE.matcher(it.name()).matches();
  }

  /** A word with the values of its variables in their place, where they are known. */
  List<LocatedPiece> resolve(ShellWord word) {
    List<LocatedPiece> parts = new ArrayList<>();
    begin();
    resolve(LocatedPiece.of(word), parts, 0, false);
    return parts;
  }

  /** A value as it is now, whatever the variables in it are set to later. */
  List<LocatedPiece> resolve(List<LocatedPiece> value) {
    List<LocatedPiece> parts = new ArrayList<>();
    begin();
    resolve(value, parts, 1, false);
    return parts;
  }

  /** The value of a variable that a program gets, in the same way; empty where it has none. */
  List<LocatedPiece> exportedValue(String variable) {
    List<LocatedPiece> value = exported(variable);
    return resolve(value == null ? List.of() : value);
  }

  /** The text of an input of the composite action or the called workflow, where it is known. */
  Optional<String> input(String name) {
    ShellWord word = inputs.get(name);
    return word == null
        ? Optional.empty()
        : Optional.of(resolve(word))
            .filter(it -> it.stream().allMatch(LocatedPiece::isText))
            .map(LocatedPiece::written);
  }

  /** A variable that nothing here sets, unless something that is not followed may have. */
  private LocatedPiece unset(LocatedPiece part) {
    String what = openForStep.isEmpty() ? openForJob : openForStep;
    String name =
        part.piece() instanceof Piece.Variable it
            ? it.name()
            : part.piece() instanceof Piece.Expression body
                ? Expressions.member(body.body(), "env")
                : "";
    return name.isEmpty() || what.isEmpty() || !part.doubt().isEmpty()
        ? part
        : part.doubted("$" + name + ", which may be set by " + what);
  }

  private void begin() {
    left = Math.min(MAX_LOOKUPS, leftOfJob);
  }

  /** What was given is written by the caller, to whom the same names may mean other things. */
  private void resolve(
      List<LocatedPiece> from, List<LocatedPiece> into, int depth, boolean callers) {
    for (LocatedPiece part : from) {
      Optional<ShellWord> given = callers ? Optional.empty() : Given.find(inputs, part.piece());
      List<LocatedPiece> value = given.isPresent() ? LocatedPiece.of(given.get()) : value(part);
      if (value == null && depth < MAX_DEPTH && left > 0) {
        value = chosen(part, depth, callers);
      }
      if (value == null) {
        into.add(unset(part.unbound()));
      } else if (depth == MAX_DEPTH || into.size() >= MAX_PARTS || left <= 0) {
        // It has a value, so that it must not be taken for a variable that nothing sets.
        into.add(new LocatedPiece(Piece.Computed.of(part.piece()), part.owner()));
      } else {
        left--;
        leftOfJob--;
        resolve(value, into, depth + 1, callers || given.isPresent());
      }
    }
  }

  /** What an expression chooses, or a parameter with another value for where it has none. */
  private @Nullable List<LocatedPiece> chosen(LocatedPiece part, int depth, boolean callers) {
    Function<List<LocatedPiece>, List<LocatedPiece>> value =
        from -> {
          List<LocatedPiece> into = new ArrayList<>();
          left--;
          leftOfJob--;
          resolve(from, into, depth + 1, callers);
          return into;
        };
    if (part.piece() instanceof Piece.Expression expression) {
      return Choices.of(expression, part.owner(), value).orElse(null);
    }
    if (part.piece() instanceof Piece.Variable it
        && it.binding() != Piece.Binding.NOWHERE
        && !it.otherwise().isEmpty()
        && (value(it) != null || !SET_ELSEWHERE.matcher(it.name()).matches())) {
      LocatedPiece bare =
          new LocatedPiece(
              new Piece.Variable(it.name(), it.start(), it.end(), List.of(), it.binding()),
              part.owner());
      List<LocatedPiece> set = value.apply(List.of(bare));
      List<LocatedPiece> otherwise = value.apply(LocatedPiece.of(it.otherwise().get(0)));
      // What nothing sets is empty.
      return script.isMaybeUnset(it)
          ? Either.of(it.name(), set, otherwise)
          : Choices.or(set.stream().allMatch(this::isUnset) ? List.of() : set, otherwise, part);
    }
    return null;
  }

  private @Nullable List<LocatedPiece> value(LocatedPiece part) {
    Piece piece = part.piece();
    if (piece instanceof Piece.Computed it) {
      return LowerCase.of(it, part.owner()).map(LocatedPiece::of).orElse(null);
    }
    if (piece instanceof Piece.Variable variable) {
      return variable.otherwise().isEmpty() ? value(variable) : null;
    }
    if (piece instanceof Piece.Expression expression) {
      String env = Expressions.member(expression.body(), "env");
      if (!env.isEmpty()) {
        return value(env);
      }
      return handed.output(Expressions.output(expression.body()));
    }
    return null;
  }

  /** What a variable is set to here; null where that is not known. */
  @Nullable List<LocatedPiece> value(String name) {
    return value(new Piece.Variable(name, 0, 0));
  }

  private @Nullable List<LocatedPiece> value(Piece.Variable variable) {
    if (variable.binding() == Piece.Binding.NOWHERE) {
      return null;
    }
    List<LocatedPiece> own = script.value(variable);
    return own != null || ScriptArrays.isElement(variable.name()) || !script.hasGiven(variable)
        ? own
        : given(variable.name());
  }

  /** What the environments of step, job and workflow say, and what earlier steps exported. */
  @Override
  public @Nullable List<LocatedPiece> given(String name) {
    List<LocatedPiece> earlier = step.containsKey(name) ? null : handed.exported(name);
    if (earlier != null) {
      return earlier;
    }
    ShellWord word = step.getOrDefault(name, job.getOrDefault(name, workflow.get(name)));
    return word == null ? null : LocatedPiece.of(word);
  }
}
