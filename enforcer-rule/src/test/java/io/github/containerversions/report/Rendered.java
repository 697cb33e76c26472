package io.github.containerversions.report;

import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.rules.VersionRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reports as text, for tests. */
final class Rendered {

  private Rendered() {}

  static String json(VersionResult outcome) {
    return form(ReportForm.JSON, outcome);
  }

  static String form(ReportForm form, VersionResult outcome) {
    StringBuilder out = new StringBuilder();
    try {
      form.write(run(outcome), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** An expected report, with the version of this build. */
  static String golden(String name) throws IOException {
    try (InputStream in = Rendered.class.getResourceAsStream("/report/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@version@", ToolVersion.read());
    }
  }

  static RunReport run(VersionResult outcome) {
    return new RunReport(
        outcome,
        VersionRules.allRules(Sites.ALL),
        VersionRules.notices(),
        Severity.ERROR,
        Unread.SOURCES);
  }
}
