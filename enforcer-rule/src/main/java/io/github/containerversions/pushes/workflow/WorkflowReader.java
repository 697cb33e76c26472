package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a workflow (GitHub Docs, "Workflow syntax for GitHub Actions"; Forgejo and Gitea follow
 * it). Composite actions of the repository are read in the place of the step that uses them, and a
 * workflow that others call is read with what each of them gives it.
 */
public final class WorkflowReader {

  /** So many runs of a job are read, of all its callers and its matrix. */
  private static final int MAX_RUNS = 64;

  private final ActionFiles actions;
  private final WorkflowCalls calls;

  /**
   * A reader for one run.
   *
   * @param workflows the files in which jobs may call workflows, themselves included
   */
  public WorkflowReader(RepositoryFiles files, Collection<String> workflows) {
    this.actions = new ActionFiles(files);
    this.calls = new WorkflowCalls(files, workflows);
  }

  /** Never fails: what cannot be read is the workflow's problem, what is not followed a note. */
  public Workflow read(String file) {
    WorkflowCalls.Parsed parsed = calls.parse(file);
    return parsed.problems().isEmpty()
        ? workflow(file, parsed.nodes(), parsed.root())
        : Workflow.unreadable(file, parsed.problems().get(0));
  }

  private Workflow workflow(String file, Nodes nodes, YamlNode root) {
    List<Note> notes = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    if (Nodes.pairs(root, "jobs").isEmpty()) {
      notes.add(new Note(root.location(nodes.source()), "there are no jobs in this file"));
    }
    Defaults defaults =
        new Defaults(
            Nodes.text(root, "defaults", "run", "shell"),
            Nodes.text(root, "defaults", "run", "working-directory"),
            nodes.words(root, "env"),
            new StepReader.Budget());
    for (YamlNode.Pair job : Nodes.pairs(root, "jobs")) {
      call(nodes, job, notes);
    }
    List<WorkflowCalls.Context> contexts = calls.contexts(file, notes::add);
    for (WorkflowCalls.Context context : contexts) {
      for (YamlNode.Pair job : Nodes.pairs(root, "jobs")) {
        List<Map<String, ShellWord>> runs = Matrix.of(job.value(), nodes);
        boolean all = runs.size() * contexts.size() <= MAX_RUNS;
        for (Map<String, ShellWord> run : all ? runs : List.of(Map.<String, ShellWord>of())) {
          jobs.add(job(nodes, job, defaults, context, run, notes));
        }
      }
    }
    return new Workflow(
        file,
        defaults.env(),
        jobs,
        calls.isCalled(file) ? Set.of() : callerSecrets(root),
        notes.stream().distinct().toList(),
        List.of());
  }

  /** The secrets that a caller in another repository passes. */
  private static Set<String> callerSecrets(YamlNode root) {
    Set<String> secrets = new HashSet<>();
    Nodes.pairs(root, "on", "workflow_call", "secrets")
        .forEach(it -> secrets.add(Nodes.name(it).toUpperCase(Locale.ROOT)));
    return secrets;
  }

  /** A workflow of this repository is read where it stands, with what its callers give it. */
  private void call(Nodes nodes, YamlNode.Pair job, List<Note> notes) {
    YamlNode.Scalar uses = Nodes.scalar(job.value(), "uses").orElse(null);
    if (uses == null) {
      return;
    }
    String called = uses.text().strip();
    Location place = uses.location(nodes.source());
    if (!called.startsWith("./") || !calls.isRead(called.substring(2))) {
      notes.add(
          new Note(
              place,
              "the workflow that this job calls is elsewhere: not followed",
              PushWords.mayPush(called)));
      return;
    }
    YamlNode root = calls.parse(called.substring(2)).root();
    if (!Nodes.text(job.value(), "secrets").equals("inherit")) {
      missing(root, "secrets", nodes.words(job.value(), "secrets"), place, notes);
    }
    missing(root, "inputs", nodes.words(job.value(), "with"), place, notes);
  }

  private static void missing(
      YamlNode called,
      String kind,
      Map<String, ShellWord> given,
      Location place,
      List<Note> notes) {
    for (YamlNode.Pair wanted : Nodes.pairs(called, "on", "workflow_call", kind)) {
      boolean passed = given.keySet().stream().anyMatch(Nodes.name(wanted)::equalsIgnoreCase);
      if (!passed && Nodes.text(wanted.value(), "required").equals("true")) {
        String one = kind.substring(0, kind.length() - 1);
        notes.add(
            new Note(
                place,
                "the workflow that this job calls requires the "
                    + one
                    + " "
                    + Nodes.name(wanted)
                    + ", which is not passed"));
      }
    }
  }

  private Job job(
      Nodes nodes,
      YamlNode.Pair job,
      Defaults defaults,
      WorkflowCalls.Context context,
      Map<String, ShellWord> run,
      List<Note> notes) {
    String jobShell = Nodes.text(job.value(), "defaults", "run", "shell");
    String jobFolder = Nodes.text(job.value(), "defaults", "run", "working-directory");
    Map<String, ShellWord> given = context.given();
    if (given.containsKey(Given.SECRETS) && Nodes.value(job.value(), "environment").isPresent()) {
      // The environment has secrets of its own, whatever the caller passes.
      given = new LinkedHashMap<>(given);
      given.keySet().removeIf(it -> it.startsWith(Given.SECRETS));
    }
    if (!run.isEmpty()) {
      given = new LinkedHashMap<>(given);
      given.putAll(run);
    }
    StepReader.Frame frame =
        StepReader.Frame.ofJob(
            nodes,
            jobShell.isEmpty() ? defaults.shell() : jobShell,
            jobFolder.isEmpty() ? defaults.folder() : jobFolder,
            given,
            Nodes.text(job.value(), "if"));
    StepReader reader = new StepReader(actions, defaults.budget(), notes);
    Nodes.items(job.value(), "steps").forEach(it -> reader.read(it, frame));
    Map<String, ShellWord> env =
        new LinkedHashMap<>(given.isEmpty() ? Map.of() : Splice.inputs(defaults.env(), given));
    env.putAll(Splice.inputs(nodes.words(job.value(), "container", "env"), given));
    env.putAll(Splice.inputs(nodes.words(job.value(), "env"), given));
    return new Job(
        Nodes.name(job),
        env,
        reader.steps(),
        needs(job.value()),
        Splice.inputs(nodes.words(job.value(), "outputs"), given),
        context.calls(),
        !run.isEmpty() || context.ofMatrix());
  }

  private static List<String> needs(YamlNode job) {
    String one = Nodes.text(job, "needs");
    return one.isEmpty()
        ? Nodes.items(job, "needs").stream()
            .filter(YamlNode.Scalar.class::isInstance)
            .map(it -> ((YamlNode.Scalar) it).text())
            .toList()
        : List.of(one);
  }

  /** What jobs take over from their workflow. */
  private record Defaults(
      String shell, String folder, Map<String, ShellWord> env, StepReader.Budget budget) {}
}
