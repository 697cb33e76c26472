package io.github.containerversions.check.registry;

import io.github.containerversions.model.workflow.Command;
import io.github.containerversions.model.workflow.Job;
import io.github.containerversions.model.workflow.Piece;
import io.github.containerversions.model.workflow.Step;
import io.github.containerversions.model.workflow.Word;
import io.github.containerversions.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of variables at one point of a job: what the script set before, the environments of
 * step, job and workflow, what earlier steps exported, and the inputs of a composite action.
 */
final class Values {
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 200;

  private final Map<String, Word> workflow;
  private final Map<String, Word> job;
  private final Map<String, List<Part>> exported = new HashMap<>();
  private final Map<String, List<Part>> assigned = new HashMap<>();
  private Map<String, Word> step = Map.of();
  private Map<String, Word> inputs = Map.of();

  Values(Workflow workflow, Job job) {
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
    if (command.outputs().stream().anyMatch(Values::isEnvironmentFile)) {
      for (Word word : command.words()) {
        int equals = word.lead().indexOf('=');
        if (equals > 0) {
          exported.put(word.lead().substring(0, equals), resolve(word.after(equals + 1)));
        }
      }
    }
  }

  private static boolean isEnvironmentFile(Word word) {
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
  List<Part> resolve(Word word) {
    List<Part> parts = new ArrayList<>();
    resolve(Part.of(word), parts, 0);
    return parts;
  }

  /** The value of a variable, in the same way; empty where it has none. */
  List<Part> resolve(String variable) {
    List<Part> parts = new ArrayList<>();
    List<Part> value = value(variable);
    resolve(value == null ? List.of() : value, parts, 1);
    return parts;
  }

  private void resolve(List<Part> from, List<Part> into, int depth) {
    for (Part part : from) {
      List<Part> value = depth < DEEPEST && into.size() < MOST_PARTS ? value(part.piece()) : null;
      if (value == null) {
        into.add(part);
      } else {
        resolve(value, into, depth + 1);
      }
    }
  }

  private @Nullable List<Part> value(Piece piece) {
    if (piece instanceof Piece.Variable variable) {
      return value(variable.name());
    }
    if (piece instanceof Piece.Expression expression) {
      String env = Expressions.member(expression.body(), "env");
      if (!env.isEmpty()) {
        return value(env);
      }
      Word input = inputs.get(Expressions.member(expression.body(), "inputs"));
      return input == null ? null : Part.of(input);
    }
    return null;
  }

  private @Nullable List<Part> value(String name) {
    if (assigned.containsKey(name)) {
      return assigned.get(name);
    }
    if (!step.containsKey(name) && exported.containsKey(name)) {
      return exported.get(name);
    }
    Word word = step.getOrDefault(name, job.getOrDefault(name, workflow.get(name)));
    return word == null ? null : Part.of(word);
  }
}
