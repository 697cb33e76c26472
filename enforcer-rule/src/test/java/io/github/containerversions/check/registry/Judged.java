package io.github.containerversions.check.registry;

import io.github.containerversions.check.Exemptions;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.workflow.Note;
import io.github.containerversions.model.workflow.WorkflowResult;
import io.github.containerversions.source.FileContent;
import io.github.containerversions.source.RepositoryFiles;
import io.github.containerversions.source.SourceText;
import io.github.containerversions.source.secrets.ProvisioningReader;
import io.github.containerversions.source.workflow.WorkflowReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What comes out for a workflow of one job, with immutable tags asked for.
 *
 * @param result what came out
 * @param notes what was not followed
 */
record Judged(WorkflowResult result, List<String> notes) {
  static final String FILE = "build.yml";

  /** A job with these steps, as they stand in YAML. */
  static Judged steps(String steps) {
    return workflow("on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6));
  }

  /** A job of one step that runs a script, with {@code K} from a secret. */
  static Judged script(String script) {
    return steps("- env: {K: '${{ secrets.K }}'}\n  run: |\n" + script.indent(4));
  }

  private static Judged workflow(String text) {
    RepositoryFiles files =
        new RepositoryFiles() {
          @Override
          public FileContent read(String file, int limit) {
            return file.equals(FILE)
                ? new FileContent.Text(SourceText.of(file, text))
                : new FileContent.Missing(file);
          }

          @Override
          public boolean isDirectory(String file) {
            return false;
          }
        };
    PushJudge judge =
        new PushJudge(
            Set.of(),
            Set.of(),
            true,
            ProvisioningReader.read(files, "", List.of()),
            new Exemptions(List.of(), LocalDate.EPOCH));
    List<Note> notes = new ArrayList<>();
    WorkflowResult result = judge.judge(FILE, new WorkflowReader(files).read(FILE), notes);
    return new Judged(result, notes.stream().map(Note::text).toList());
  }

  /** The pushes, each as its tool, its images and how it comes to its credentials. */
  List<String> pushes() {
    return result.pushes().stream()
        .map(it -> it.tool() + " " + String.join(",", it.images()) + " " + it.access())
        .toList();
  }

  List<String> rules() {
    return result.findings().stream().map(Finding::rule).toList();
  }

  String messages() {
    return String.join("\n", result.findings().stream().map(Finding::message).toList());
  }
}
