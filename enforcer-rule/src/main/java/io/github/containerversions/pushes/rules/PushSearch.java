package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.CommandWrappers;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Step;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the pushes of a workflow, and the login that each of them profits from. */
final class PushSearch {

  /** So long a chain of jobs is followed for what they hand over. */
  private static final int MAX_NEEDS = 50;

  private final Workflow workflow;
  private final Set<String> registries;
  private final Set<String> open;
  private final List<Note> notes;
  private final PushAccess access;
  private final List<PushAccess.Found> found = new ArrayList<>();
  private final Map<String, List<Job>> named = new HashMap<>();
  private final Set<Job> walked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Job, Map<String, List<LocatedPiece>>> handed =
      new IdentityHashMap<>();

  private PushSearch(
      Workflow workflow, Set<String> registries, Set<String> open, List<Note> notes) {
    this.open = open;
    this.workflow = workflow;
    this.registries = registries;
    this.notes = notes;
    this.access = new PushAccess(notes);
  }

  /**
   * The pushes of a workflow.
   *
   * @param registries the hosts that need credentials; empty for all
   * @param open the hosts that need none
   * @param notes receives what cannot be followed
   */
  static List<WorkflowFacts.Seen> in(
      Workflow workflow, Set<String> registries, Set<String> open, List<Note> notes) {
    PushSearch search = new PushSearch(workflow, registries, open, notes);
    workflow
        .jobs()
        .forEach(it -> search.named.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(it));
    workflow.jobs().forEach(it -> search.walkWithNeeds(it, 0));
    // Several callers of a workflow come to the same push; what is the same of it is said once.
    IdentityHashMap<Job, Integer> order = new IdentityHashMap<>();
    workflow.jobs().forEach(it -> order.put(it, order.size()));
    Map<Object, WorkflowFacts.Seen> seen = new LinkedHashMap<>();
    search.found.stream()
        .sorted(Comparator.comparingInt(it -> order.getOrDefault(it.job(), 0)))
        .forEach(
            it -> {
              WorkflowFacts.Seen judged = search.access.judge(it);
              seen.putIfAbsent(it.job().ofMatrix() ? sameOfMatrix(judged) : judged, judged);
            });
    return List.copyOf(seen.values());
  }

  /** Runs of a matrix that push other images to the same registries, in the same way. */
  private static Object sameOfMatrix(WorkflowFacts.Seen seen) {
    return List.of(
        seen.job(),
        seen.push().location(),
        seen.push().tool(),
        seen.push().hosts(),
        seen.access(),
        seen.without(),
        seen.origins());
  }

  /** The jobs whose outputs a job sees come before it, wherever they stand. */
  private void walkWithNeeds(Job job, int depth) {
    if (!walked.add(job)) {
      return;
    }
    Map<String, Map<String, List<LocatedPiece>>> seen = new HashMap<>();
    for (String id : job.needs()) {
      for (Job other : depth < MAX_NEEDS ? named.getOrDefault(id, List.of()) : List.<Job>of()) {
        if (other.calls().equals(job.calls())) {
          walkWithNeeds(other, depth + 1);
          // Of several runs of a matrix, the last one that sets an output decides.
          seen.merge(id, handed.getOrDefault(other, Map.of()), PushSearch::same);
        }
      }
    }
    walk(job, seen);
  }

  private static Map<String, List<LocatedPiece>> same(
      Map<String, List<LocatedPiece>> one, Map<String, List<LocatedPiece>> other) {
    Map<String, List<LocatedPiece>> same = new HashMap<>(one);
    same.entrySet()
        .removeIf(
            it ->
                !LocatedPiece.written(it.getValue())
                    .equals(LocatedPiece.written(other.getOrDefault(it.getKey(), List.of()))));
    return same;
  }

  private void walk(Job job, Map<String, Map<String, List<LocatedPiece>>> needed) {
    VariableScope values = new VariableScope(workflow, job);
    needed.forEach(values::needed);
    new JobWalk(job, values).walk();
    handed.put(job, values.handedOver(job));
  }

  /** All names and addresses of the machine itself, and those that are configured. */
  private boolean isOpen(String host) {
    return open.contains(host) || host.endsWith(".localhost") || host.matches("127(\\.\\d+){3}");
  }

  private static String withoutPort(String host) {
    int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
    return colon <= 0 ? host : host.substring(0, colon);
  }

  /** The steps of one job, from the first to the last. */
  private final class JobWalk {
    private final Job job;
    private final VariableScope values;
    private final JobLogins logins;
    private final CommandRecogniser tools;
    private final ActionRecogniser actions;
    private boolean elsewhere;

    JobWalk(Job job, VariableScope values) {
      this.job = job;
      this.values = values;
      this.logins = new JobLogins(values);
      this.tools = new CommandRecogniser(values, this::add, this::add, logins::remove, notes::add);
      this.actions = new ActionRecogniser(values, this::add, this::add, notes::add);
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
          it.values().forEach((name, value) -> values.output(it.to(), name, values.resolve(value)));
        } else if (step instanceof Step.Run run) {
          run(run.script());
          if (!run.script().complete() || run.script().commands().isEmpty()) {
            values.open("a script that was not understood", true);
            add(new Login(Host.UNKNOWN, run.location(), List.of(), AuthFile.ALL, ""));
          }
        }
      }
    }

    /** The commands of a script, and those of the scripts that they run, in their place. */
    private void run(Script script) {
      for (Command given : CommandInput.withInput(script.commands())) {
        Command command = CommandInput.of(given, values);
        String outer = logins.account();
        String own = CommandWrappers.account(command.words());
        logins.become(own.isEmpty() ? outer : own);
        Map<String, List<LocatedPiece>> set = values.script().before(command);
        values.take(command);
        logins.maybe(elsewhere && command.conditional());
        tools.look(command);
        if (command.followed().isEmpty()) {
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
          boolean before = elsewhere;
          elsewhere = true;
          run(followed.script());
          elsewhere = before;
          values.script().leave(scope);
        }
        values.script().release(command, set);
        logins.become(outer);
      }
    }

    private void add(Push push) {
      boolean asksForNothing = push.hosts().stream().allMatch(this::asksNobody);
      boolean guarded =
          registries.isEmpty()
              || push.hosts().stream()
                  .anyMatch(it -> !it.known() || registries.contains(it.name()));
      if (guarded && !asksForNothing && !logins.isOff()) {
        found.add(access.found(job, push, logins.of(push)));
      }
    }

    private boolean asksNobody(Host host) {
      return host.isChosen()
          ? host.oneOf().stream().allMatch(this::asksNobody)
          : isOpen(withoutPort(host.name()));
    }

    private void add(Login login) {
      if (!logins.isOff()) {
        access.add(job, login);
        logins.add(login);
      }
    }

    private void noteWhatIsElsewhere(Command command) {
      List<ShellWord> words = CommandWrappers.without(command.words());
      Elsewhere.of(command, words)
          .ifPresent(
              it -> {
                if (it.reported()) {
                  notes.add(
                      new Note(words.get(0).location(), it.what() + " is not followed", true));
                }
                uncertain(it.what());
              });
    }

    /** What is not followed may have logged in and set variables. */
    private void uncertain(String what) {
      values.open(what, true);
      logins.mayBeElsewhere(what);
    }
  }
}
