package io.github.containerversions.report;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The containers that were checked, a row each; how a form sets them is its own matter.
 *
 * @param columns the headings of the sites that a container shown uses
 * @param rows the rows shown; nothing in them is escaped
 * @param rest a line about the rows that are not shown; empty where all are
 */
record ResultRows(List<String> columns, List<Row> rows, String rest) {

  /** So many rows are shown; of a longer table only the rows that failed. */
  static final int MAX_ROWS = 50;

  /** So many different versions of one place are shown. */
  private static final int MAX_VERSIONS = 3;

  /**
   * One container.
   *
   * @param container its name
   * @param cells what each of the sites says, in the order of the columns
   * @param result how it ended
   */
  record Row(String container, List<Cell> cells, String result) {}

  /**
   * What one site says.
   *
   * @param version the version; empty where there is none
   * @param remark what to know of it, or why there is none; may be empty
   */
  record Cell(String version, String remark) {
    private static final Cell UNUSED = new Cell("", "-");
    private static final Cell UNKNOWN = new Cell("", "?");
  }

  static ResultRows of(VersionResult outcome) {
    List<ContainerResult> checked = outcome.checked();
    List<ContainerResult> shown =
        checked.size() <= MAX_ROWS
            ? checked
            : checked.stream().filter(it -> it.status() == Status.FAILED).limit(MAX_ROWS).toList();
    return of(outcome, shown);
  }

  /** With a row for each container that was checked, however many these are. */
  static ResultRows ofAll(VersionResult outcome) {
    return of(outcome, outcome.checked());
  }

  private static ResultRows of(VersionResult outcome, List<ContainerResult> shown) {
    Set<String> used = new HashSet<>();
    for (ContainerResult result : shown) {
      for (SiteReading each : result.readings()) {
        used.add(each.site().column());
      }
    }
    List<String> columns = new ArrayList<>();
    for (Site site : outcome.sites()) {
      if (used.contains(site.column())) {
        columns.add(site.column());
      }
    }
    List<Row> rows = new ArrayList<>();
    for (ContainerResult result : shown) {
      rows.add(row(result, columns));
    }
    return new ResultRows(
        columns,
        rows,
        rest(outcome.checked().size() - shown.size(), outcome.failed().size() - shown.size()));
  }

  private static String rest(int hidden, int failed) {
    return hidden == 0
        ? ""
        : "... "
            + Phrases.count(hidden, "row")
            + " not shown: "
            + (hidden - failed)
            + " ok, "
            + failed
            + " failed";
  }

  private static Row row(ContainerResult result, List<String> columns) {
    List<Cell> cells = new ArrayList<>();
    for (String column : columns) {
      cells.add(cell(result, column));
    }
    return new Row(result.container().name(), cells, ending(result));
  }

  private static Cell cell(ContainerResult result, String column) {
    for (SiteReading each : result.readings()) {
      if (each.site().column().equals(column)) {
        return each.site().role() == Site.Role.PLACE
            ? placeCell(result, each.reading())
            : cell(each.reading());
      }
    }
    return Cell.UNUSED;
  }

  /** A place may state several versions. */
  private static Cell placeCell(ContainerResult result, Reading reading) {
    List<Declaration> declarations = reading.declarations();
    if (declarations.isEmpty()) {
      return reading.problems().isEmpty() ? new Cell("", "no version") : Cell.UNKNOWN;
    }
    List<String> versions =
        declarations.stream().map(it -> it.version().strip()).distinct().toList();
    int more = versions.size() - MAX_VERSIONS;
    return new Cell(
        versions.stream().limit(MAX_VERSIONS).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : ""),
        PlaceLines.mark(result, declarations));
  }

  private static Cell cell(Reading reading) {
    Optional<Declaration> version = reading.version();
    return version.isEmpty()
        ? Cell.UNKNOWN
        : new Cell(version.get().version().strip(), version.get().fromCommand() ? "(asked)" : "");
  }

  private static String ending(ContainerResult result) {
    String status = result.status().id();
    if (result.status() == Status.FAILED) {
      return status
          + ": "
          + result.findings().stream()
              .map(Finding::rule)
              .distinct()
              .collect(Collectors.joining(", "));
    }
    return result.excuses().isEmpty()
        ? status + (result.isUncompared() ? ", nothing to compare with" : "")
        : status
            + ", exempt from "
            + result.excuses().stream()
                .map(Exemption::rule)
                .distinct()
                .collect(Collectors.joining(", "));
  }
}
