package io.github.containerversions.report;

import io.github.containerversions.core.file.MemoryFiles;

/** For reports of runs whose files are nowhere. */
public final class Unread {
  public static final ReportSources SOURCES =
      new ReportSources(new MemoryFiles(), "service-versions.yaml");

  private Unread() {}
}
