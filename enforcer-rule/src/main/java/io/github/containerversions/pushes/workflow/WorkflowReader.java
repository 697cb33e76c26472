package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a workflow (GitHub Docs, "Workflow syntax for GitHub Actions"; Forgejo and Gitea follow
 * it). Composite actions of the repository are read in the place of the step that uses them.
 */
public final class WorkflowReader {
  private final RepositoryFiles files;

  public WorkflowReader(RepositoryFiles files) {
    this.files = files;
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
    String shell = Nodes.text(root, "defaults", "run", "shell");
    for (YamlNode.Pair job : Nodes.pairs(root, "jobs")) {
      jobs.add(job(nodes, job, shell, notes));
    }
    Set<String> callerSecrets = new HashSet<>();
    Nodes.pairs(root, "on", "workflow_call", "secrets")
        .forEach(it -> callerSecrets.add(Nodes.name(it).toUpperCase(Locale.ROOT)));
    return new Workflow(
        source.file(), nodes.words(root, "env"), jobs, callerSecrets, notes, List.of());
  }

  private Job job(Nodes nodes, YamlNode.Pair job, String workflowShell, List<Note> notes) {
    String called = Nodes.text(job.value(), "uses");
    if (!called.isEmpty() && !isOurs(called)) {
      Location place =
          Nodes.scalar(job.value(), "uses")
              .<Location>map(it -> it.location(nodes.source()))
              .orElse(job.key().location(nodes.source()));
      notes.add(new Note(place, "the workflow that this job calls is elsewhere: not followed"));
    }
    String jobShell = Nodes.text(job.value(), "defaults", "run", "shell");
    StepReader reader =
        new StepReader(files, nodes, jobShell.isEmpty() ? workflowShell : jobShell, notes);
    List<Step> steps = new ArrayList<>();
    Nodes.items(job.value(), "steps").forEach(it -> reader.read(it, steps));
    return new Job(Nodes.name(job), nodes.words(job.value(), "env"), steps);
  }

  /** A workflow of this repository is read for itself, where it stands. */
  private boolean isOurs(String called) {
    return called.startsWith("./")
        && !(files.read(called.substring(2), RepositoryFiles.BUILD_FILE_LIMIT)
            instanceof FileContent.Missing);
  }
}
