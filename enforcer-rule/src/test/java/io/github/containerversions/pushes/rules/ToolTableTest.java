package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.pushes.workflow.ActionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of commands and of actions, and the page that shows them. */
class ToolTableTest {

  @Test
  void thePageShowsEveryCommand() throws IOException {
    List<List<String>> rows =
        ToolTable.rows().stream()
            .filter(it -> !it.isOptions())
            .map(
                row ->
                    List.of(
                        sorted(row.programs().stream()),
                        String.join(" ", row.subcommand()),
                        row.target().replace("|", ", "),
                        sorted(row.credentials().stream().map(it -> it.replace(":", ""))),
                        String.join(
                            " ",
                            row.keychains().stream()
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .toList())))
            .toList();

    assertThat(shown("## What counts as a push", 0, 3)).containsExactlyElementsOf(rows);
  }

  @Test
  void thePageShowsEveryAction() throws IOException {
    List<List<String>> rows =
        ActionTable.rows().stream()
            .map(
                row ->
                    List.of(
                        sorted(row.actions().stream()),
                        row.does(),
                        row.input(),
                        row.words().replace("|", ", "),
                        row.registry(),
                        String.join(" ", row.keychains()).toLowerCase(Locale.ROOT)))
            .toList();

    assertThat(shown("## Actions", 0)).containsExactlyElementsOf(rows);
  }

  /** The cells of the table in a section, those that are lists in order. */
  private static List<List<String>> shown(String section, Integer... lists) throws IOException {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/registry-push-auth.md");
    String text = Files.readString(page);
    int start = text.indexOf("\n" + section + "\n") + 1;
    int end = text.indexOf("\n## ", start);
    List<List<String>> rows = new ArrayList<>();
    text.substring(start, end)
        .lines()
        .filter(it -> it.startsWith("| "))
        .skip(2)
        .forEach(
            line -> {
              List<String> cells = new ArrayList<>();
              for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
                boolean list = List.of(lists).contains(cells.size());
                String plain = cell.strip().replace("`", "");
                cells.add(list ? sorted(Stream.of(plain.split(",? ", -1))) : plain);
              }
              rows.add(cells);
            });
    return rows;
  }

  private static String sorted(Stream<String> words) {
    return String.join(" ", words.sorted().toList());
  }
}
