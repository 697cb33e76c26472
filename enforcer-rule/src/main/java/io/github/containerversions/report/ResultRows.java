package io.github.containerversions.report;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Source;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The containers that were checked, a row each; how a form sets them is its own matter.
 *
 * @param sources the sources that have a column: those that a container shown uses
 * @param rows the rows shown; nothing in them is escaped
 * @param rest a line about the rows that are not shown; empty where all are
 */
record ResultRows(List<Source> sources, List<Row> rows, String rest) {

  /** So many rows are shown; of a longer table only the rows that failed. */
  static final int MOST_ROWS = 50;

  private static final List<Source> FILES =
      List.of(Source.DOCKERFILE, Source.CONTAINER_PY, Source.NIX, Source.INVENTORY);

  /**
   * One container.
   *
   * @param container its name
   * @param cells what each of the sources says, in their order
   * @param result how it ended
   */
  record Row(String container, List<Cell> cells, String result) {}

  /**
   * What one source says.
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
        checked.size() <= MOST_ROWS
            ? checked
            : checked.stream().filter(it -> it.status() == Status.FAILED).limit(MOST_ROWS).toList();
    List<Source> sources =
        FILES.stream()
            .filter(file -> shown.stream().anyMatch(it -> it.readings().containsKey(file)))
            .toList();
    return new ResultRows(
        sources,
        shown.stream().map(it -> row(it, sources)).toList(),
        rest(checked.size() - shown.size(), outcome.failed().size() - shown.size()));
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

  private static Row row(ContainerResult result, List<Source> sources) {
    return new Row(
        result.container().name(),
        sources.stream().map(source -> cell(result, source)).toList(),
        ending(result));
  }

  private static Cell cell(ContainerResult result, Source file) {
    Reading reading = result.readings().get(file);
    if (reading == null) {
      return Cell.UNUSED;
    }
    @Nullable Reading answered =
        switch (file) {
          case NIX -> result.readings().get(Source.NIX_COMMAND);
          case CONTAINER_PY -> result.readings().get(Source.CONTAINER_PY_COMMAND);
          case DOCKERFILE, INVENTORY, NIX_COMMAND, CONTAINER_PY_COMMAND -> null;
        };
    return answered == null ? cell(reading, "") : cell(answered, "(asked)");
  }

  private static Cell cell(Reading reading, String remark) {
    return reading.version().map(it -> new Cell(it.version().strip(), remark)).orElse(Cell.UNKNOWN);
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
        ? status
        : status
            + ", exempt from "
            + result.excuses().stream()
                .map(Exemption::rule)
                .distinct()
                .collect(Collectors.joining(", "));
  }
}
