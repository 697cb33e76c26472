package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Note;
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
  private final Guard guard;
  private final List<Note> notes;
  private final Functions.Budget budget = new Functions.Budget();
  private final PushAccess access;
  private final List<PushAccess.Found> found = new ArrayList<>();
  private final Map<String, List<Job>> named = new HashMap<>();
  private final Set<Job> walked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Job, Map<String, List<LocatedPiece>>> handed =
      new IdentityHashMap<>();

  private PushSearch(
      Workflow workflow, Set<String> registries, Set<String> open, List<Note> notes) {
    this.workflow = workflow;
    this.guard = new Guard(registries, open);
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
    needed.forEach(values.handed()::needed);
    new JobWalk(job, values, guard, access, found, notes, budget).walk();
    handed.put(job, values.handedOver(job));
  }
}
