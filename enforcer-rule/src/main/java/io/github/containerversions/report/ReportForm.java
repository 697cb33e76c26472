package io.github.containerversions.report;

import com.grack.nanojson.JsonWriterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The forms of report that a user can choose, and the file that each is written to. */
public enum ReportForm {
  JSON("json", "report.json"),
  SARIF("sarif", "report.sarif"),
  MARKDOWN("markdown", "summary.md"),
  JUNIT("junit", "junit.xml"),
  CODE_QUALITY("codequality", "codequality.json");

  private final String id;
  private final String fileName;

  ReportForm(String id, String fileName) {
    this.id = id;
    this.fileName = fileName;
  }

  /** What users call the form. */
  public String id() {
    return id;
  }

  public String fileName() {
    return fileName;
  }

  /** What users call the forms, all of them. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (ReportForm form : values()) {
      ids.add(form.id);
    }
    return ids;
  }

  /**
   * Renders a run, bit by bit: a large report never stands in memory as a whole.
   *
   * @throws IOException where {@code out} takes no more
   */
  public void write(RunReport run, Appendable out) throws IOException {
    try {
      switch (this) {
        case JSON -> JsonReport.write(run, out);
        case SARIF -> SarifReport.write(run, out);
        case MARKDOWN -> MarkdownSummary.write(run, out);
        case JUNIT -> JUnitReport.write(run, out);
        case CODE_QUALITY -> CodeQualityReport.write(run, out);
      }
    } catch (JsonWriterException e) {
      throw new IOException(e);
    }
  }
}
