package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Step;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of variables at one point of a job: what the script set before, the environments of
 * step, job and workflow, what earlier steps exported, and the inputs of a composite action.
 */
final class VariableScope {
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 200;

  private final Map<String, ShellWord> workflow;
  private final Map<String, ShellWord> job;
  private final Map<String, List<LocatedPiece>> exported = new HashMap<>();
  private final Map<String, List<LocatedPiece>> assigned = new HashMap<>();
  private Map<String, ShellWord> step = Map.of();
  private Map<String, ShellWord> inputs = Map.of();

  VariableScope(Workflow workflow, Job job) {
    this.workflow = workflow.env();
    this.job = job.env();
  }

  /** A step begins: it does not see the variables of the scripts before it. */
  void begin(Step next) {
    assigned.clear();
    step = next.env();
    inputs = next.inputs();
  }

  /** Takes note of what a command sets, for itself, for what follows, or for later steps. */
  void take(Command command) {
    for (Command.Assignment assignment : command.assignments()) {
      assigned.put(assignment.name(), resolve(assignment.value()));
    }
    if (command.outputs().stream().anyMatch(VariableScope::isEnvironmentFile)) {
      for (ShellWord word : command.words()) {
        int equals = word.lead().indexOf('=');
        if (equals > 0) {
          exported.put(word.lead().substring(0, equals), resolve(word.after(equals + 1)));
        }
      }
    }
  }

  private static boolean isEnvironmentFile(ShellWord word) {
    return word.pieces().stream()
        .anyMatch(
            it ->
                it instanceof Piece.Variable variable
                    && (variable.name().equals("GITHUB_ENV")
                        || variable.name().equals("FORGEJO_ENV")
                        || variable.name().equals("GITEA_ENV")));
  }

  /** Whether anything gives a variable a value here. */
  boolean isSet(String variable) {
    return value(variable) != null;
  }

  /** A word with the values of its variables in their place, where they are known. */
  List<LocatedPiece> resolve(ShellWord word) {
    List<LocatedPiece> parts = new ArrayList<>();
    resolve(LocatedPiece.of(word), parts, 0);
    return parts;
  }

  /** The value of a variable, in the same way; empty where it has none. */
  List<LocatedPiece> resolve(String variable) {
    List<LocatedPiece> parts = new ArrayList<>();
    List<LocatedPiece> value = value(variable);
    resolve(value == null ? List.of() : value, parts, 1);
    return parts;
  }

  private void resolve(List<LocatedPiece> from, List<LocatedPiece> into, int depth) {
    for (LocatedPiece part : from) {
      List<LocatedPiece> value =
          depth < DEEPEST && into.size() < MOST_PARTS ? value(part.piece()) : null;
      if (value == null) {
        into.add(part);
      } else {
        resolve(value, into, depth + 1);
      }
    }
  }

  private @Nullable List<LocatedPiece> value(Piece piece) {
    if (piece instanceof Piece.Variable variable) {
      return value(variable.name());
    }
    if (piece instanceof Piece.Expression expression) {
      String env = Expressions.member(expression.body(), "env");
      if (!env.isEmpty()) {
        return value(env);
      }
      ShellWord input = inputs.get(Expressions.member(expression.body(), "inputs"));
      return input == null ? null : LocatedPiece.of(input);
    }
    return null;
  }

  private @Nullable List<LocatedPiece> value(String name) {
    if (assigned.containsKey(name)) {
      return assigned.get(name);
    }
    if (!step.containsKey(name) && exported.containsKey(name)) {
      return exported.get(name);
    }
    ShellWord word = step.getOrDefault(name, job.getOrDefault(name, workflow.get(name)));
    return word == null ? null : LocatedPiece.of(word);
  }
}
