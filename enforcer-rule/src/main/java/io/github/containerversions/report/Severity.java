package io.github.containerversions.report;

/** The severity of findings in a run. The ids are those of SARIF and of workflow commands. */
public enum Severity {
  /** Findings stop the build. */
  ERROR("error"),
  /** Findings are reported, and the build goes on. */
  WARNING("warning");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
