package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import io.github.containerversions.pushes.workflow.WorkflowResult.PushSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the forms tell of pushes. */
record PushContent(PushResult outcome) implements ReportContent {

  @Override
  public String element() {
    return "registryPushAuth";
  }

  @Override
  public List<String> tags() {
    return List.of("correctness", "workflows", "registries");
  }

  /** What a shell script comes to is not always certain. */
  @Override
  public String precision() {
    return "high";
  }

  /** A workflow may hold a credential as text, which must not be guessed from a hash. */
  @Override
  public boolean hashesLines() {
    return false;
  }

  @Override
  public SourceSpan entry(SubjectResult subject, SourceSpan fallback) {
    return fallback;
  }

  @Override
  public Optional<String> skipped(SubjectResult subject) {
    return Exempt.phrase(subject);
  }

  @Override
  public String title() {
    return "registry pushes";
  }

  @Override
  public String subjects() {
    return "workflows";
  }

  @Override
  public List<String> looked() {
    List<String> lines = new ArrayList<>();
    lines.add("Checking " + pushes());
    for (Note note : outcome.notes()) {
      lines.add(
          ConsoleText.of(
              Phrases.clickable(note.location())
                  + " "
                  + Excerpt.cut(note.text(), Excerpt.MESSAGE)));
    }
    Exempt.line(outcome).ifPresent(lines::add);
    return lines;
  }

  @Override
  public String failed() {
    return "Registry pushes would be refused or are unsafe: "
        + failures()
        + " of "
        + Phrases.count(outcome.workflows().size(), "workflow")
        + ", "
        + Phrases.count(outcome.findings().size(), "finding");
  }

  @Override
  public String passed() {
    long exempt = outcome.workflows().stream().filter(WorkflowResult::exempt).count();
    long open = undecided();
    return (open > 0 ? "Registry pushes authenticated: " : "Registry pushes are authenticated: ")
        + Phrases.pushes(outcome.pushes() - (int) unknown())
        + " in "
        + Phrases.count(outcome.workflows().size(), "workflow")
        + (open > 0 ? "; " + open + " could not be judged" : "")
        + (exempt > 0 ? ", " + exempt + " exempt" : "");
  }

  /** Pushes of which it is not known whether they have credentials. */
  private long unknown() {
    return outcome.workflows().stream()
        .flatMap(it -> it.pushes().stream())
        .filter(it -> it.access().equals("unknown"))
        .count();
  }

  /** The same, and the steps that may push and are not followed. */
  private long undecided() {
    return unknown() + outcome.notes().stream().filter(Note::mayPush).count();
  }

  private String pushes() {
    return Phrases.pushes(outcome.pushes())
        + " in "
        + Phrases.count(outcome.workflows().size(), "workflow");
  }

  private int failures() {
    return (int) outcome.workflows().stream().filter(it -> !it.findings().isEmpty()).count();
  }

  @Override
  public void keys(JsonAppendableWriter json) {
    json.object("summary")
        .value("workflows", outcome.workflows().size())
        .value("pushes", outcome.pushes())
        .value("failed", failures())
        .value("findings", outcome.findings().size())
        .end();
  }

  @Override
  public void all(JsonAppendableWriter json) {
    json.array("workflows");
    outcome.workflows().forEach(it -> workflow(it, json));
    json.end().array("notes");
    for (Note note : outcome.notes()) {
      json.object().value("text", note.text());
      JsonFindings.place(note.location(), json);
      json.end();
    }
    json.end();
  }

  private static void workflow(WorkflowResult result, JsonAppendableWriter json) {
    json.object()
        .value("name", result.name())
        .value("file", result.file())
        .value("status", result.status())
        .array("pushes");
    for (PushSummary push : result.pushes()) {
      json.object().value("job", push.job()).value("tool", push.tool()).array("images");
      push.images().forEach(json::value);
      json.end().value("credentials", push.access()).array("secrets");
      push.secrets().forEach(json::value);
      json.end();
      JsonFindings.place(push.location(), json);
      json.end();
    }
    json.end();
    JsonFindings.write(result, json);
    json.end();
  }

  @Override
  public void markdown(Appendable out) throws IOException {
    List<WorkflowResult> shown =
        outcome.workflows().stream().filter(it -> !it.pushes().isEmpty()).toList();
    if (shown.isEmpty()) {
      return;
    }
    out.append("\n| workflow | job | push | credentials |\n| --- | --- | --- | --- |\n");
    int rows = 0;
    for (WorkflowResult result : shown) {
      for (PushSummary push : result.pushes()) {
        if (++rows <= MarkdownSummary.MAX_ITEMS) {
          out.append("| " + MarkdownText.cell(result.name()))
              .append(" | " + MarkdownText.cell(push.job()))
              .append(" | " + MarkdownText.cell(push.tool()))
              .append(" | " + push.access() + " |\n");
        }
      }
    }
    if (rows > MarkdownSummary.MAX_ITEMS) {
      out.append(
          "\n... " + Phrases.count(rows - MarkdownSummary.MAX_ITEMS, "row") + " not shown\n");
    }
  }
}
