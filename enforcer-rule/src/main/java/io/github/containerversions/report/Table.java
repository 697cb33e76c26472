package io.github.containerversions.report;

import io.github.containerversions.model.ContainerResult;
import io.github.containerversions.model.ContainerResult.Status;
import io.github.containerversions.model.Declaration;
import io.github.containerversions.model.Exemption;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.model.Reading;
import io.github.containerversions.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The containers that were checked, a line each: versions by source, and the result. */
public final class Table {

  /** So many rows are shown; of a longer table only the rows that failed. */
  static final int MOST_ROWS = 50;

  private static final List<Source> FILES =
      List.of(Source.DOCKERFILE, Source.CONTAINER_PY, Source.NIX, Source.INVENTORY);

  private Table() {}

  /** The lines of the table, header first; none where no container was checked. */
  public static List<String> render(Outcome outcome) {
    List<ContainerResult> checked = outcome.checked();
    if (checked.isEmpty()) {
      return List.of();
    }
    List<ContainerResult> shown =
        checked.size() <= MOST_ROWS
            ? checked
            : checked.stream().filter(it -> it.status() == Status.FAILED).limit(MOST_ROWS).toList();
    List<String> lines = new ArrayList<>();
    if (!shown.isEmpty()) {
      lines.addAll(aligned(cells(shown)));
    }
    int hidden = checked.size() - shown.size();
    if (hidden > 0) {
      int failed = outcome.failed().size() - shown.size();
      lines.add(
          "... "
              + Words.count(hidden, "row")
              + " not shown: "
              + (hidden - failed)
              + " ok, "
              + failed
              + " failed");
    }
    return lines;
  }

  /** Header and rows; sources that none of the containers uses have no column. */
  static List<List<String>> cells(List<ContainerResult> results) {
    List<Source> used =
        FILES.stream()
            .filter(file -> results.stream().anyMatch(it -> it.readings().containsKey(file)))
            .toList();
    List<List<String>> table = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("container"));
    used.forEach(file -> header.add(file.title()));
    header.add("result");
    table.add(header);
    for (ContainerResult result : results) {
      List<String> row = new ArrayList<>(List.of(Printable.of(result.container().name())));
      used.forEach(file -> row.add(cell(result, file)));
      row.add(outcome(result));
      table.add(row);
    }
    return table;
  }

  private static String cell(ContainerResult result, Source file) {
    Reading reading = result.readings().get(file);
    if (reading == null) {
      return "-";
    }
    Reading answered =
        switch (file) {
          case NIX -> result.readings().get(Source.NIX_COMMAND);
          case CONTAINER_PY -> result.readings().get(Source.CONTAINER_PY_COMMAND);
          case DOCKERFILE, INVENTORY, NIX_COMMAND, CONTAINER_PY_COMMAND -> null;
        };
    if (answered != null) {
      return answered.version().map(it -> version(it) + " (asked)").orElse("?");
    }
    return reading.version().map(Table::version).orElse("?");
  }

  private static String version(Declaration declaration) {
    return Printable.of(declaration.version().strip());
  }

  private static String outcome(ContainerResult result) {
    if (result.status() == Status.FAILED) {
      return "failed: "
          + result.findings().stream()
              .map(Finding::rule)
              .distinct()
              .collect(Collectors.joining(", "));
    }
    return result.excuses().isEmpty()
        ? result.status().id()
        : result.status().id()
            + ", exempt from "
            + result.excuses().stream()
                .map(Exemption::rule)
                .distinct()
                .collect(Collectors.joining(", "));
  }

  private static List<String> aligned(List<List<String>> table) {
    int columns = table.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : table) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    return table.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
    }
    return line.append(row.get(row.size() - 1)).toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
