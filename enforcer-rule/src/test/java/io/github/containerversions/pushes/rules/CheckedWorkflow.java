package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.pushes.secrets.ProvisioningReader;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.WorkflowReader;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comes out for a workflow of one job, with immutable tags asked for.
 *
 * @param result what came out
 * @param notes what was not followed
 */
record CheckedWorkflow(WorkflowResult result, List<String> notes) {
  static final String FILE = "build.yml";

  /** A job with these steps, as they stand in YAML. */
  static CheckedWorkflow steps(String steps) {
    return workflow("on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6));
  }

  /** A job of one step that runs a script, with {@code K} from a secret. */
  static CheckedWorkflow script(String script) {
    return steps("- env: {K: '${{ secrets.K }}'}\n  run: |\n" + script.indent(4));
  }

  /** A script in a repository that holds another file. */
  static CheckedWorkflow script(String script, String file, String text) {
    String steps = "- env: {K: '${{ secrets.K }}'}\n  run: |\n" + script.indent(4);
    return of(Map.of(FILE, "on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6), file, text));
  }

  private static CheckedWorkflow workflow(String text) {
    return of(Map.of(FILE, text));
  }

  /** What comes out for the workflow among some files. */
  static CheckedWorkflow of(Map<String, String> texts) {
    return of(FILE, texts);
  }

  static CheckedWorkflow of(String file, Map<String, String> texts) {
    RepositoryFiles files = MemoryFiles.of(texts);
    PushRules judge =
        new PushRules(
            Set.of(),
            Set.of(),
            true,
            ProvisioningReader.read(files, "", "", List.of()),
            new Exemptions(List.of(), LocalDate.EPOCH));
    List<Note> notes = new ArrayList<>();
    WorkflowResult result =
        judge.judge(file, new WorkflowReader(files, texts.keySet()).read(file), notes);
    return new CheckedWorkflow(result, notes.stream().map(Note::text).toList());
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

  /** Has one push, with this access to its registry; only a push without any is a finding. */
  void assertOnlyPush(String access) {
    assertThat(result.pushes()).singleElement().matches(it -> it.access().equals(access));
    assertThat(rules().contains("push-unauthenticated")).isEqualTo(access.equals("none"));
  }

  String messages() {
    return String.join("\n", result.findings().stream().map(Finding::message).toList());
  }
}
