package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the steps of one job, those of composite actions of the repository in the place of the step
 * that uses them, to any depth.
 */
final class StepReader {
  private static final Set<String> POSIX = Set.of("", "sh", "bash", "dash", "ash", "ksh", "zsh");

  private static final Script NOTHING = new Script(List.of(), true);

  /** So many characters of actions are read in the place of steps of one workflow. */
  private static final int MAX_ACTION_CHARACTERS = 8 << 20;

  private final ActionFiles actions;
  private final Budget budget;
  private final List<Note> notes;
  private final List<Step> steps = new ArrayList<>();

  /** What is left for the actions of a workflow. */
  static final class Budget {
    private int left = MAX_ACTION_CHARACTERS;
    private boolean noted;
  }

  /**
   * Where a step stands.
   *
   * @param nodes its file
   * @param shell the shell of steps that name none; empty for the runner's own
   * @param folder the working directory of steps that name none
   * @param inputs the inputs of the composite action, or what the workflow is given by its caller
   * @param env the variables of the steps that lead to the action; empty in a workflow
   * @param condition the conditions of these steps
   * @param trail the actions that lead here
   */
  record Frame(
      Nodes nodes,
      String shell,
      String folder,
      Map<String, ShellWord> inputs,
      Map<String, ShellWord> env,
      String condition,
      List<String> trail) {

    /** The steps of a job run where it does. */
    static Frame ofJob(
        Nodes nodes, String shell, String folder, Map<String, ShellWord> given, String when) {
      String condition = Condition.of(when, it -> text(given.get(it)));
      return new Frame(nodes, shell, folder, given, Map.of(), condition, List.of());
    }

    /** The folder of the action that it is in; empty for a workflow. */
    String action() {
      return trail.isEmpty() ? "" : trail.get(trail.size() - 1);
    }
  }

  StepReader(ActionFiles actions, Budget budget, List<Note> notes) {
    this.actions = actions;
    this.budget = budget;
    this.notes = notes;
  }

  /** All steps that were read, in order. */
  List<Step> steps() {
    return steps;
  }

  /** Adds what a step comes to. */
  void read(YamlNode step, Frame frame) {
    Map<String, ShellWord> own = Splice.inputs(frame.nodes().words(step, "env"), frame.inputs());
    Map<String, ShellWord> all = merged(frame.env(), own);
    Step.Frame at =
        new Step.Frame(
            all,
            frame.inputs(),
            Condition.both(
                frame.condition(),
                Condition.of(Nodes.text(step, "if"), it -> text(frame.inputs().get(it)))),
            Nodes.text(step, "id"));
    Nodes.scalar(step, "run").ifPresent(run -> run(step, run, at, frame));
    Nodes.scalar(step, "uses").ifPresent(uses -> use(step, uses, at, frame));
  }

  private static Optional<String> text(@Nullable ShellWord word) {
    return word == null ? Optional.empty() : word.text();
  }

  private void run(YamlNode step, YamlNode.Scalar run, Step.Frame at, Frame frame) {
    Location place = run.location(frame.nodes().source());
    String own = Nodes.text(step, "shell");
    String named = own.isEmpty() ? frame.shell() : own;
    if (!isPosix(named)) {
      boolean pushes = PushWords.mayPush(run.text());
      notes.add(
          new Note(
              place, "the script is for another shell than a POSIX one: not followed", pushes));
      steps.add(new Step.Run(at, new Script(List.of(), true), place));
      return;
    }
    String folder = Nodes.text(step, "working-directory");
    Script script =
        actions.script(
            frame.nodes().source(),
            run,
            folder.isEmpty() ? frame.folder() : folder,
            frame.action(),
            frame.inputs());
    if (!script.complete()) {
      notes.add(
          new Note(
              place,
              "a quote, a substitution or a here-document of the script does not end: what follows"
                  + " it may be misunderstood",
              PushWords.holdPush(run.text())));
    }
    steps.add(new Step.Run(at, script, place));
  }

  private static boolean isPosix(String shell) {
    String program = shell.strip();
    int space = program.indexOf(' ');
    program = space < 0 ? program : program.substring(0, space);
    return POSIX.contains(program.substring(program.lastIndexOf('/') + 1));
  }

  private void use(YamlNode step, YamlNode.Scalar uses, Step.Frame at, Frame frame) {
    Location place = uses.location(frame.nodes().source());
    String action = uses.text().strip();
    Map<String, ShellWord> with = Splice.inputs(frame.nodes().words(step, "with"), frame.inputs());
    if (action.startsWith("./")) {
      follow(action, with, at, frame, place);
      return;
    }
    int version = action.lastIndexOf('@');
    String bare = version < 0 ? action : action.substring(0, version);
    // A forge other than GitHub names actions by their address.
    int host = bare.indexOf("://");
    int path = host < 0 ? -1 : bare.indexOf('/', host + 3);
    String name = path < 0 ? bare : bare.substring(path + 1);
    ActionTable.Row row = ActionTable.find(name);
    Optional<YamlNode.Scalar> script =
        row.does().equals("script") ? Nodes.scalar(step, "with", row.input()) : Optional.empty();
    if (script.isPresent() && isPosix(Nodes.text(step, "with", "shell"))) {
      Script commands =
          actions.script(frame.nodes().source(), script.get(), "", frame.action(), frame.inputs());
      steps.add(new Step.Run(at, commands, place));
      return;
    }
    Script builds =
        row.actions().contains("bake-action") ? actions.builds(with).orElse(NOTHING) : NOTHING;
    steps.add(new Step.Use(at, name, with, builds, place));
  }

  /** Reads a composite action in its place, or adds a step that says that it was not. */
  private void follow(
      String uses, Map<String, ShellWord> with, Step.Frame at, Frame frame, Location place) {
    String why = "this action of the repository is not followed";
    String folder = uses.substring(2);
    Optional<ActionFiles.Action> action = actions.in(folder, notes::add);
    if (frame.trail().contains(folder)) {
      why = "this action of the repository uses itself: not followed again";
    } else if (action.isPresent() && action.get().isComposite()) {
      budget.left -= action.get().source().content().length();
      if (budget.left >= 0) {
        steps(action.get(), folder, with, at, frame);
        return;
      }
      why =
          "the actions that this workflow uses have more than "
              + MAX_ACTION_CHARACTERS
              + " characters in all: not followed from here on";
    }
    if (budget.left >= 0 || !budget.noted) {
      notes.add(new Note(place, why, PushWords.mayPush(folder)));
      budget.noted = budget.left < 0;
    }
    steps.add(new Step.Use(at, uses, with, place));
  }

  private void steps(
      ActionFiles.Action action,
      String folder,
      Map<String, ShellWord> with,
      Step.Frame at,
      Frame frame) {
    List<String> trail = new ArrayList<>(frame.trail());
    trail.add(folder);
    Frame inner =
        new Frame(action.nodes(), "", "", inputs(action, with), at.env(), at.condition(), trail);
    Nodes.items(action.root(), "runs", "steps").forEach(it -> read(it, inner));
    Map<String, ShellWord> outputs = new LinkedHashMap<>();
    for (YamlNode.Pair output : Nodes.pairs(action.root(), "outputs")) {
      Nodes.scalar(output.value(), "value")
          .ifPresent(it -> outputs.put(Nodes.name(output), action.nodes().word(it)));
    }
    if (!outputs.isEmpty() && !at.id().isEmpty()) {
      Step.Frame end = new Step.Frame(at.env(), inner.inputs(), at.condition(), at.id());
      Location place = action.root().location(action.source());
      steps.add(new Step.Outputs(end, outputs, at.id(), place));
    }
  }

  private static Map<String, ShellWord> inputs(
      ActionFiles.Action action, Map<String, ShellWord> with) {
    Map<String, ShellWord> inputs = new LinkedHashMap<>();
    for (YamlNode.Pair input : Nodes.pairs(action.root(), "inputs")) {
      Nodes.scalar(input.value(), "default")
          .ifPresent(it -> inputs.put(Nodes.name(input), action.nodes().word(it)));
    }
    return merged(inputs, with);
  }

  private static Map<String, ShellWord> merged(
      Map<String, ShellWord> outer, Map<String, ShellWord> inner) {
    if (outer.isEmpty()) {
      return inner;
    }
    Map<String, ShellWord> all = new LinkedHashMap<>(outer);
    all.putAll(inner);
    return Collections.unmodifiableMap(all);
  }
}
