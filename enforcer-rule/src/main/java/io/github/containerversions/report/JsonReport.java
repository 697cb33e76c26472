package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import com.grack.nanojson.JsonWriter;
import io.github.containerversions.model.ContainerResult;
import io.github.containerversions.model.Declaration;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Location;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.model.Place;
import io.github.containerversions.model.SourceSpan;
import java.io.IOException;

/**
 * {@code report.json}, for programs. Its form is fixed by {@code schemaVersion}: keys may be added
 * to one version, never removed or given another meaning.
 */
final class JsonReport {
  private static final int SCHEMA_VERSION = 1;

  private final JsonAppendableWriter json;

  private JsonReport(JsonAppendableWriter json) {
    this.json = json;
  }

  static void write(RunReport run, Appendable out) throws IOException {
    JsonAppendableWriter json = JsonWriter.indent("  ").on(out);
    new JsonReport(json).write(run.outcome());
    json.done();
    out.append('\n');
  }

  private void write(Outcome outcome) {
    json.object().value("schemaVersion", SCHEMA_VERSION);
    RunKeys.write(outcome, json);
    json.array("containers");
    outcome.containers().forEach(this::container);
    json.end().end();
  }

  private void container(ContainerResult result) {
    json.object()
        .value("name", result.container().name())
        .value("service", result.container().service())
        .value("status", result.status().id())
        .value("version", result.version().orElse(null));
    json.array("declarations");
    result.declarations().forEach(this::declaration);
    json.end().array("findings");
    result.findings().forEach(this::finding);
    json.end().end();
  }

  private void declaration(Declaration declaration) {
    json.object()
        .value("source", declaration.source().id())
        .value("version", declaration.version());
    span(declaration.location());
    json.end();
  }

  /** A declaration's literal: from the first column to just after the last. */
  private void span(Location location) {
    point(location);
    if (location instanceof SourceSpan span) {
      if (span.endLine() != span.line()) {
        json.value("endLine", span.endLine());
      }
      json.value("endColumn", span.endColumn());
    }
  }

  private void finding(Finding finding) {
    json.object()
        .value("rule", finding.rule())
        .value("message", finding.message())
        .value("help", finding.help());
    point(finding.location());
    json.array("related");
    for (Place place : finding.related()) {
      json.object();
      point(place.location());
      json.end();
    }
    json.end().end();
  }

  private void point(Location location) {
    json.value("file", location.file());
    if (location instanceof SourceSpan span) {
      json.value("line", span.line()).value("column", span.column());
    }
  }
}
