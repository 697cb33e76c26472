package io.github.containerversions.pushes.workflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The actions that are known, read from the resource {@code actions.tsv}. */
public final class ActionTable {
  private static final String RESOURCE = "actions.tsv";
  private static final Row UNKNOWN = new Row(List.of(), "unknown", "", "", "", List.of());
  private static final List<Row> ROWS = load();

  private ActionTable() {}

  /**
   * What the rule knows about some actions.
   *
   * @param actions how their names begin, or the last part of them
   * @param does what they do, such as {@code login} or {@code harmless}
   * @param input the input that names the registry or holds the script; empty for none
   * @param words the input that holds the password, or words of a script; empty for none
   * @param registry the registry where no input names one; empty for none
   * @param keychains where they keep logins or look for them
   */
  public record Row(
      List<String> actions,
      String does,
      String input,
      String words,
      String registry,
      List<String> keychains) {}

  public static List<Row> rows() {
    return ROWS;
  }

  /** The row for an action, which is {@code unknown} where the table has none. */
  public static Row find(String action) {
    String whole = action.toLowerCase(Locale.ROOT);
    String last = last(whole);
    return ROWS.stream()
        .filter(
            row ->
                row.actions().stream()
                    .anyMatch(it -> it.indexOf('/') >= 0 ? whole.startsWith(it) : it.equals(last)))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** The last part of a name; mirrors on other forges put {@code docker-} before it. */
  private static String last(String action) {
    String name = action.substring(action.lastIndexOf('/') + 1);
    return name.startsWith("docker-") ? name.substring("docker-".length()) : name;
  }

  /** Whether an action that is not known may push, by its name. */
  public static boolean mayPush(String action) {
    String name = last(action.toLowerCase(Locale.ROOT));
    return PushWords.mayPush(name)
        || List.of("kaniko", "ko-", "pack").stream().anyMatch(name::contains);
  }

  private static List<Row> load() {
    InputStream stream = ActionTable.class.getResourceAsStream(RESOURCE);
    if (stream == null) {
      throw new IllegalStateException("there is no resource " + RESOURCE);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(it -> !it.startsWith("#")).map(ActionTable::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split("\t", -1);
    return new Row(
        List.of(cells[0].split(",", -1)),
        cells[1],
        text(cells[2]),
        text(cells[3]),
        text(cells[4]),
        cells[5].equals("-") ? List.of() : List.of(cells[5].split(" ", -1)));
  }

  private static String text(String cell) {
    return cell.equals("-") ? "" : cell;
  }
}
