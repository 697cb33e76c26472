package io.github.containerversions.report;

import io.github.containerversions.versions.model.VersionResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of the containers that were checked, with one line for each: versions by source, and
 * the result.
 */
public final class Table {

  private Table() {}

  /** The lines of the table, header first; none where no container was checked. */
  public static List<String> render(VersionResult outcome) {
    ResultRows rows = ResultRows.of(outcome);
    List<String> lines = new ArrayList<>();
    if (!rows.rows().isEmpty()) {
      lines.addAll(aligned(cells(rows)));
    }
    if (!rows.rest().isEmpty()) {
      lines.add(rows.rest());
    }
    return lines;
  }

  /** The lines of the table with a row for every container that was checked. */
  static List<String> renderAll(VersionResult outcome) {
    ResultRows rows = ResultRows.ofAll(outcome);
    return rows.rows().isEmpty() ? List.of() : aligned(cells(rows));
  }

  private static List<List<String>> cells(ResultRows rows) {
    List<List<String>> table = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("container"));
    header.addAll(rows.columns());
    header.add("result");
    table.add(header);
    for (ResultRows.Row row : rows.rows()) {
      List<String> line = new ArrayList<>(List.of(ConsoleText.of(row.container())));
      for (ResultRows.Cell each : row.cells()) {
        line.add(cell(each));
      }
      line.add(row.result());
      table.add(line);
    }
    return table;
  }

  private static String cell(ResultRows.Cell cell) {
    return (ConsoleText.of(cell.version()) + " " + cell.remark()).strip();
  }

  private static List<String> aligned(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (List<String> row : table) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : table) {
      lines.add(line(row, widths));
    }
    return lines;
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
