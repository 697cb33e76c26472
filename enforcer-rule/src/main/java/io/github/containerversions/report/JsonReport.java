package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;

/**
 * {@code report.json}, for programs. Its form is fixed by {@code schemaVersion}: keys may be added
 * to one version, never removed or given another meaning.
 */
final class JsonReport {
  private static final int SCHEMA_VERSION = 1;

  private JsonReport() {}

  static void write(RunReport run, Appendable out) throws IOException {
    ReportContent telling = ReportContent.of(run.outcome());
    JsonAppendableWriter json = JsonWriter.indent("  ").on(out);
    json.object().value("schemaVersion", SCHEMA_VERSION);
    json.object("tool").value("name", ToolVersion.NAME).value("version", ToolVersion.read()).end();
    telling.keys(json);
    telling.all(json);
    json.end();
    json.done();
    out.append('\n');
  }
}
