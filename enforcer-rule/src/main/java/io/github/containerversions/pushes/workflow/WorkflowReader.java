package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a workflow (GitHub Docs, "Workflow syntax for GitHub Actions"; Forgejo and Gitea follow
 * it). Composite actions of the repository are read in the place of the step that uses them.
 */
public final class WorkflowReader {
  private final RepositoryFiles files;
  private final ActionFiles actions;

  public WorkflowReader(RepositoryFiles files) {
    this.files = files;
    this.actions = new ActionFiles(files);
  }

  /** Never fails: what cannot be read is the workflow's problem, what is not followed a note. */
  public Workflow read(String file) {
    FileContent content = files.read(file, RepositoryFiles.BUILD_FILE_LIMIT);
    if (content instanceof FileContent.Text text) {
      try {
        return workflow(text.text(), YamlDocument.read(text.text()));
      } catch (BrokenYaml e) {
        return Workflow.unreadable(file, e.problem());
      }
    }
    return Workflow.unreadable(
        file,
        content instanceof FileContent.Unreadable unreadable
            ? unreadable.problem()
            : FileContent.vanished(file));
  }

  private Workflow workflow(SourceText source, YamlNode root) {
    Nodes nodes = new Nodes(source);
    List<Note> notes = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    if (Nodes.pairs(root, "jobs").isEmpty()) {
      notes.add(new Note(root.location(source), "there are no jobs in this file"));
    }
    Defaults defaults =
        new Defaults(
            Nodes.text(root, "defaults", "run", "shell"),
            Nodes.text(root, "defaults", "run", "working-directory"),
            new StepReader.Budget());
    for (YamlNode.Pair job : Nodes.pairs(root, "jobs")) {
      jobs.add(job(nodes, job, defaults, notes));
    }
    Set<String> callerSecrets = new HashSet<>();
    Nodes.pairs(root, "on", "workflow_call", "secrets")
        .forEach(it -> callerSecrets.add(Nodes.name(it).toUpperCase(Locale.ROOT)));
    return new Workflow(
        source.file(), nodes.words(root, "env"), jobs, callerSecrets, notes, List.of());
  }

  private Job job(Nodes nodes, YamlNode.Pair job, Defaults defaults, List<Note> notes) {
    String called = Nodes.text(job.value(), "uses");
    if (!called.isEmpty() && !isOurs(called)) {
      Location place =
          Nodes.scalar(job.value(), "uses")
              .<Location>map(it -> it.location(nodes.source()))
              .orElse(job.key().location(nodes.source()));
      notes.add(
          new Note(
              place,
              "the workflow that this job calls is elsewhere: not followed",
              PushWords.mayPush(called)));
    }
    String jobShell = Nodes.text(job.value(), "defaults", "run", "shell");
    String jobFolder = Nodes.text(job.value(), "defaults", "run", "working-directory");
    StepReader.Frame frame =
        StepReader.Frame.ofJob(
            nodes,
            jobShell.isEmpty() ? defaults.shell() : jobShell,
            jobFolder.isEmpty() ? defaults.folder() : jobFolder);
    StepReader reader = new StepReader(actions, defaults.budget(), notes);
    Nodes.items(job.value(), "steps").forEach(it -> reader.read(it, frame));
    Map<String, ShellWord> env = new LinkedHashMap<>(nodes.words(job.value(), "container", "env"));
    env.putAll(nodes.words(job.value(), "env"));
    return new Job(Nodes.name(job), env, reader.steps());
  }

  /** What jobs take over from their workflow. */
  private record Defaults(String shell, String folder, StepReader.Budget budget) {}

  /** A workflow of this repository is read for itself, where it stands. */
  private boolean isOurs(String called) {
    return called.startsWith("./")
        && !(files.read(called.substring(2), RepositoryFiles.BUILD_FILE_LIMIT)
            instanceof FileContent.Missing);
  }
}
