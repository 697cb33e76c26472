package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.ShellWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that push, log in or log out, read from the resource {@code push-tools.tsv}: a row
 * for each, so that an option of one command means nothing to another.
 */
final class ToolTable {
  private static final String RESOURCE = "push-tools.tsv";
  private static final List<Row> ROWS = load();
  private static final Map<String, List<Row>> BY_PROGRAM = byProgram();

  private ToolTable() {}

  /**
   * A command.
   *
   * @param programs the programs that have it
   * @param subcommand its words after the program; empty where there are none
   * @param target what it does, such as {@code first} or {@code login}
   * @param valued its options that take the next word as their value
   * @param credentials its options that bring a credential; one that ends in a colon brings a user
   *     before it
   * @param keychains where it looks for logins; a login is kept in the first
   */
  record Row(
      Set<String> programs,
      List<String> subcommand,
      String target,
      Set<String> valued,
      Set<String> credentials,
      List<AuthFile> keychains) {

    boolean isOptions() {
      return target.equals("options");
    }

    boolean isLogin() {
      return target.startsWith("login");
    }

    boolean isTold() {
      return target.startsWith("told");
    }

    /** What follows the colon in the target. */
    String argument() {
      return target.substring(target.indexOf(':') + 1);
    }
  }

  /**
   * A command that was recognised.
   *
   * @param row what it is
   * @param options its arguments
   */
  record Match(Row row, Options options) {}

  static List<Row> rows() {
    return ROWS;
  }

  /** The commands of a program. */
  static List<Row> rows(String program) {
    return BY_PROGRAM.getOrDefault(program, List.of());
  }

  /** Whether a program has commands here. */
  static boolean knows(String program) {
    return BY_PROGRAM.containsKey(program);
  }

  /** The row for a command; empty where the table has none. */
  static Optional<Match> find(String program, List<ShellWord> arguments) {
    List<Row> rows = BY_PROGRAM.getOrDefault(program, List.of());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Set<String> valued = new HashSet<>();
    rows.stream().filter(Row::isOptions).forEach(it -> valued.addAll(it.valued()));
    Row best = rows.stream().filter(it -> isAlways(it)).findFirst().orElse(null);
    int end = 0;
    int before = 0;
    Set<String> own = new HashSet<>();
    List<String> path = new ArrayList<>();
    List<ShellWord> between = new ArrayList<>();
    for (int at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at).text().orElse("");
      boolean option = arguments.get(at).lead().startsWith("-");
      boolean afterOption = at > 0 && maybeValued(arguments.get(at - 1), valued);
      path.add(word);
      if (option || rows.stream().noneMatch(it -> begins(it, path))) {
        path.remove(path.size() - 1);
        if (!option && !afterOption) {
          break;
        }
        if (!option) {
          // The value of an option that is not in the table.
          valued.add(arguments.get(at - 1).lead());
        }
        between.add(arguments.get(at));
        continue;
      }
      Optional<Row> whole =
          rows.stream().filter(it -> !it.isOptions() && it.subcommand().equals(path)).findFirst();
      if (whole.isPresent()) {
        best = whole.get();
        end = at + 1;
        before = between.size();
        own = new HashSet<>(valued);
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    // Options before the subcommand, or between its words, are its own as well.
    own.addAll(best.valued());
    List<ShellWord> words = new ArrayList<>(between.subList(0, before));
    words.addAll(arguments.subList(end, arguments.size()));
    return Optional.of(new Match(best, Options.of(words, own)));
  }

  private static boolean isAlways(Row row) {
    return row.subcommand().isEmpty() && !row.isOptions();
  }

  private static boolean begins(Row row, List<String> path) {
    return !row.isOptions()
        && row.subcommand().size() >= path.size()
        && row.subcommand().subList(0, path.size()).equals(path);
  }

  /** An option may take the next word, unless its value is attached. */
  private static boolean maybeValued(ShellWord word, Set<String> valued) {
    String lead = word.lead();
    return lead.startsWith("-")
        && lead.indexOf('=') < 0
        && (valued.contains(lead) || word.is(lead));
  }

  private static List<Row> load() {
    InputStream stream = ToolTable.class.getResourceAsStream(RESOURCE);
    if (stream == null) {
      throw new IllegalStateException("there is no resource " + RESOURCE);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(it -> !it.startsWith("#")).map(ToolTable::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<Row>> byProgram() {
    Map<String, List<Row>> rows = new HashMap<>();
    for (Row row : ROWS) {
      row.programs().forEach(it -> rows.computeIfAbsent(it, any -> new ArrayList<>()).add(row));
    }
    return rows;
  }

  private static Row row(String line) {
    String[] cells = line.split("\t", -1);
    return new Row(
        Set.of(cells[0].split(",", -1)),
        words(cells[1]),
        cells[2],
        Set.copyOf(words(cells[3])),
        Set.copyOf(words(cells[4])),
        words(cells[5]).stream().map(AuthFile::valueOf).toList());
  }

  private static List<String> words(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(" ", -1));
  }
}
