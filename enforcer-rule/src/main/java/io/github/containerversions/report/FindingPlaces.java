package io.github.containerversions.report;

import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;

/**
 * Where the findings of one subject are, for readers that know only places in files: what is about
 * a file as a whole is at its first line, and what is about a folder where the subject is named.
 */
final class FindingPlaces {
  private final SourceSpan folder;

  private FindingPlaces(SourceSpan folder) {
    this.folder = folder;
  }

  static FindingPlaces of(RunReport run, SubjectResult subject) {
    return new FindingPlaces(
        ReportContent.of(run.outcome()).entry(subject, run.sources().fallback()));
  }

  SourceSpan of(Location location) {
    if (location instanceof SourceSpan span) {
      return span;
    }
    return location instanceof FileLocation file ? ReportSources.beginning(file.file()) : folder;
  }
}
