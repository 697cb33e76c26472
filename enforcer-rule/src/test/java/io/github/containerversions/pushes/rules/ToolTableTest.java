package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of commands, and the page that shows it. */
class ToolTableTest {

  @Test
  void thePageShowsEveryRow() throws IOException {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/registry-push-auth.md");
    List<String> shown =
        Files.readAllLines(page).stream().filter(it -> it.startsWith("| ")).skip(2).toList();

    List<ToolTable.Row> rows = ToolTable.rows().stream().filter(it -> !it.isOptions()).toList();

    assertThat(shown).hasSameSizeAs(rows);
    for (int at = 0; at < rows.size(); at++) {
      ToolTable.Row row = rows.get(at);
      String[] cells = shown.get(at).split("\\|", -1);
      assertThat(cells[1].strip().split(", ", -1))
          .containsExactlyInAnyOrderElementsOf(row.programs());
      assertThat(cells[2].strip().replace("`", "")).isEqualTo(String.join(" ", row.subcommand()));
      assertThat(cells[3].strip()).isEqualTo(row.target().replace("|", ", "));
      assertThat(words(cells[4].replace("`", "")))
          .containsExactlyInAnyOrderElementsOf(
              row.credentials().stream().map(it -> it.replace(":", "")).toList());
      assertThat(words(cells[5]))
          .containsExactlyElementsOf(
              row.keychains().stream()
                  .map(it -> it.name().toLowerCase(java.util.Locale.ROOT))
                  .toList());
    }
  }

  private static List<String> words(String cell) {
    return List.of(cell.strip().split(" ", -1)).stream()
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toList());
  }
}
