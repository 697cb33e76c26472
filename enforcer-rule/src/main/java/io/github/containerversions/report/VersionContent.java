package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.PlaceResult;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.TagText;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the forms show containers and their versions. */
record VersionContent(VersionResult outcome) implements ReportContent {

  @Override
  public String element() {
    return "containerVersionSync";
  }

  @Override
  public List<String> tags() {
    return List.of("correctness", "containers", "versions");
  }

  @Override
  public String precision() {
    return "very-high";
  }

  @Override
  public boolean hashesLines() {
    return true;
  }

  @Override
  public SourceSpan entry(SubjectResult subject, SourceSpan fallback) {
    return subject instanceof ContainerResult result
        ? result.declarations().stream()
            .map(it -> it.declaration().location())
            .filter(SourceSpan.class::isInstance)
            .map(SourceSpan.class::cast)
            .filter(it -> it.file().equals(fallback.file()))
            .findFirst()
            .orElse(fallback)
        : fallback;
  }

  @Override
  public Optional<String> skipped(SubjectResult subject) {
    return subject instanceof ContainerResult result && result.status() == Status.OUT_OF_SCOPE
        ? Optional.of("not touched (" + Phrases.scope(outcome.scope()) + ")")
        : Exempt.phrase(subject);
  }

  @Override
  public String title() {
    return "container versions";
  }

  @Override
  public String subjects() {
    return "containers";
  }

  @Override
  public List<String> looked() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Checking "
            + outcome.checked().size()
            + " of "
            + Phrases.count(outcome.containers().size(), "container")
            + " ("
            + Phrases.scope(outcome.scope())
            + "): "
            + ConsoleText.of(detail()));
    lines.addAll(Table.render(outcome));
    Optional<String> exempt = Exempt.line(outcome);
    if (exempt.isPresent()) {
      lines.add(exempt.get());
    }
    for (String line : PlaceLines.of(outcome)) {
      lines.add(ConsoleText.of(line));
    }
    return lines;
  }

  private String detail() {
    return Excerpt.cut(outcome.scope().detail(), Excerpt.MESSAGE);
  }

  @Override
  public String failed() {
    return "Container versions disagree: "
        + outcome.failed().size()
        + " of "
        + Phrases.count(outcome.checked().size(), "container")
        + ", "
        + Phrases.count(outcome.findings().size(), "finding")
        + " ("
        + Phrases.scope(outcome.scope())
        + ")";
  }

  @Override
  public String passed() {
    int exempt = outcome.withStatus(Status.EXEMPT).size();
    int untouched = outcome.withStatus(Status.OUT_OF_SCOPE).size();
    int alone = outcome.uncompared().size();
    boolean compared = alone == 0 || alone < outcome.checked().size();
    StringBuilder out =
        new StringBuilder(
            compared ? "Container versions agree: " : "No container versions to compare: ");
    out.append(Phrases.count(outcome.checked().size(), "container")).append(" checked");
    if (alone > 0) {
      out.append(", ").append(alone).append(" with nothing to compare with");
    }
    if (exempt > 0) {
      out.append(", ").append(exempt).append(" exempt");
    }
    if (untouched > 0) {
      out.append(", ").append(untouched).append(" not touched");
    }
    return out.append(" (").append(Phrases.scope(outcome.scope())).append(')').toString();
  }

  @Override
  public void keys(JsonAppendableWriter json) {
    RunKeys.write(outcome, json);
  }

  @Override
  public void all(JsonAppendableWriter json) {
    json.array("containers");
    outcome.containers().forEach(it -> container(it, json));
    json.end();
    if (!outcome.places().isEmpty()) {
      json.array("places");
      outcome.places().forEach(it -> place(it, json));
      json.end();
    }
  }

  private static void place(PlaceResult result, JsonAppendableWriter json) {
    json.object()
        .value("name", result.name())
        .value("files", result.files())
        .value("statements", result.statements());
    JsonFindings.write(result, json);
    json.end();
  }

  private static void container(ContainerResult result, JsonAppendableWriter json) {
    json.object()
        .value("name", result.container().name())
        .value("service", result.container().service())
        .value("status", result.status().id())
        .value("version", result.version().orElse(null));
    json.array("declarations");
    result.declarations().forEach(it -> declaration(it, result.lags(), json));
    json.end();
    JsonFindings.write(result, json);
    json.end();
  }

  private static void declaration(
      SiteDeclaration stated, Map<Declaration, Lag> lags, JsonAppendableWriter json) {
    Declaration declaration = stated.declaration();
    json.object()
        .value("source", stated.site().idOf(declaration))
        .value("version", declaration.version());
    JsonFindings.place(declaration.location(), json);
    TagText tag = declaration.tag();
    if (tag != null && !tag.commit().isEmpty()) {
      json.value("commit", tag.commit());
    }
    lag(lags.get(declaration), json);
    json.end();
  }

  private static void lag(@Nullable Lag lag, JsonAppendableWriter json) {
    if (lag instanceof Lag.Behind behind) {
      json.object("behind")
          .value("commits", behind.commits())
          .value("days", behind.days())
          .value("since", behind.since().isEmpty() ? null : behind.since())
          .value("date", behind.date().isEmpty() ? null : behind.date())
          .end();
    } else if (lag instanceof Lag.Unknown unknown) {
      json.value("cannotTell", unknown.reason());
    }
  }

  @Override
  public void markdown(Appendable out) throws IOException {
    out.append("\nScope: " + MarkdownText.code(detail()) + "\n");
    ResultRows rows = ResultRows.of(outcome);
    if (!rows.rows().isEmpty()) {
      StringBuilder header = new StringBuilder("\n| container |");
      StringBuilder rule = new StringBuilder("| --- |");
      for (String column : rows.columns()) {
        header.append(' ').append(column).append(" |");
        rule.append(" --- |");
      }
      out.append(header).append(" result |\n").append(rule).append(" --- |\n");
      for (ResultRows.Row row : rows.rows()) {
        row(row, out);
      }
    }
    if (!rows.rest().isEmpty()) {
      out.append("\n" + rows.rest() + "\n");
    }
    List<String> places = PlaceLines.of(outcome);
    if (!places.isEmpty()) {
      out.append('\n');
      for (String line : places) {
        out.append("- " + MarkdownText.code(line) + "\n");
      }
    }
  }

  private static void row(ResultRows.Row row, Appendable out) throws IOException {
    out.append("| " + MarkdownText.cell(row.container()) + " |");
    for (ResultRows.Cell cell : row.cells()) {
      String said = (MarkdownText.cell(cell.version()) + " " + cell.remark()).strip();
      out.append(' ').append(said).append(" |");
    }
    out.append(" " + row.result() + " |\n");
  }
}
