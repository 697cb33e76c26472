package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryReaderTest {
  private static final String FILE = "service-versions.yaml";

  static Stream<Arguments> values() {
    return Rows.of("inventory-values.tsv").map(row -> Arguments.of(row.toArray()));
  }

  @Tag("row-by-row")
  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void aValueIsItsText(String situation, String value, String version, String span) {
    String document = "services:\n  - name: a\n    current-version: " + value + "\n";

    Reading reading = read(document).versionOf("a");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.declarations())
        .extracting(Declaration::version, declaration -> shown(declaration.location()))
        .containsExactly(tuple(version, span));
  }

  static Stream<Arguments> cases() {
    return Rows.of("inventory-cases.tsv").map(row -> Arguments.of(row.toArray()));
  }

  @Tag("row-by-row")
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void anInventoryIsReadAsItsTextSays(
      String situation,
      String document,
      String service,
      String outcome,
      String expected,
      String span) {
    Reading reading = read(document).versionOf(service);

    if (outcome.equals("VERSION")) {
      Declaration version = reading.version().orElseThrow();
      assertThat(version.version()).isEqualTo(expected);
      assertThat(shown(version.location())).isEqualTo(span);
    } else {
      assertThat(reading.problems()).hasSize(1);
      Problem problem = reading.problems().get(0);
      assertThat(problem.kind()).isEqualTo(Kind.valueOf(outcome));
      assertThat(shown(problem.location())).isEqualTo(span);
      if (expected.isEmpty()) {
        assertThat(problem.message()).startsWith("the file is not well-formed YAML: ");
      } else {
        assertThat(problem.message()).isEqualTo(expected);
      }
      assertThat(problem.message() + problem.help()).doesNotContain("\n");
    }
  }

  @Test
  void aDeclarationTellsWhatIsWritten() {
    assertThat(read("services: [{name: a, current-version: '2.10'}]").versionOf("a"))
        .isEqualTo(
            Reading.declared(
                List.of(new Declaration("2.10", "'2.10'", new SourceSpan(FILE, 1, 40, 1, 44)))));
  }

  @ParameterizedTest
  @CsvSource({
    "2.10, 2.10",
    "\"2.1\\x30\", \"2.1\\x30\"",
    "!!str 2.10, 2.10",
    "&v \"2.10\", \"2.10\"",
  })
  void quotesAreWrittenAndTagsAreNot(String value, String written) {
    assertThat(
            read("services: [{name: a, current-version: " + value + "}]")
                .versionOf("a")
                .declarations())
        .extracting(Declaration::written)
        .containsExactly(written);
  }

  @Test
  void twoEntriesOfOneNameShowBothVersions() {
    Reading reading =
        read("services:\n- name: a\n  current-version: 1\n- name: a\n  current-version: 2")
            .versionOf("a");

    assertThat(reading.problems())
        .containsExactly(
            new Problem(
                Kind.CONFLICT,
                "two entries are named \"a\"",
                "keep one of them",
                new SourceSpan(FILE, 4, 9, 4, 10),
                List.of(new SourceSpan(FILE, 2, 9, 2, 10))));
    assertThat(reading.declarations()).extracting(Declaration::version).containsExactly("1", "2");
  }

  @Test
  void aVersionGivenTwiceShowsBoth() {
    Reading reading =
        read("services:\n- name: a\n  current-version: 1\n  current-version: 2").versionOf("a");

    assertThat(reading.problems())
        .singleElement()
        .extracting(Problem::related)
        .isEqualTo(List.of(new SourceSpan(FILE, 3, 3, 3, 18)));
    assertThat(reading.declarations()).extracting(Declaration::version).containsExactly("1", "2");
  }

  @Test
  void everyFlawOfAnEntryIsTold() {
    assertThat(
            read("services:\n- name: a\n  x: 1\n  x: 2\n  <<: 3\n  current-version:")
                .versionOf("a")
                .problems())
        .extracting(Problem::kind)
        .containsExactly(Kind.CONFLICT, Kind.SHAPE, Kind.EMPTY);
  }

  @Test
  void anAbsentEntryShowsWhatToAdd() {
    assertThat(read("services: []").versionOf("ntfy"))
        .isEqualTo(
            Reading.problem(
                Problem.of(
                    Kind.ABSENT,
                    "no entry is named \"ntfy\"",
                    "add - { name: ntfy, current-version: \"<version>\" } under services, or name the"
                        + " entry that is meant in serviceNames",
                    new SourceSpan(FILE, 1, 1, 1, 9))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"a b | 'a b'", "a: b | 'a: b'", "it's | 'it''s'", "007 | 007"})
  void theEntryToAddIsYamlForAnyName(String service, String shown) {
    assertThat(read("services: []").versionOf(service).problems().get(0).help())
        .startsWith("add - { name: " + shown + ", current-version: \"<version>\" } under services");
    String added = "services:\n- { name: " + shown + ", current-version: \"<version>\" }";
    assertThat(read(added).versionOf(service).version()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "kiwix-serve, \"kiwix\"",
    "kiwi, \"kiwix\"",
    "Grafana, \"grafana\"",
    "grafnaa, \"grafana\"",
    "loki2, \"loki\"",
    "db, ''",
    "quartz, ''",
    "web, \"web-a\" or \"web-b\" or \"web-c\"",
    "webb, \"web-b\" or \"web-a\" or \"web-c\"",
  })
  void anAbsentEntrySuggestsTheNearestNames(String service, String names) {
    String document =
        "services: [{name: web-d}, {name: web-c}, {name: web-a}, {name: web-b}, {name: kiwix},"
            + " {name: grafana}, {name: loki}, {name: postgres}]";

    String help = read(document).versionOf(service).problems().get(0).help();

    if (names.isEmpty()) {
      assertThat(help).startsWith("add ");
    } else {
      assertThat(help)
          .startsWith(
              "if "
                  + names
                  + " is meant, correct it there or map the container to it in serviceNames; ");
    }
  }

  @Test
  void entriesWithoutANamePointToThemselves() {
    Problem problem =
        read("services:\n- current-version: 1\n- b\n- []\n- {}\n- ~\n- c\n")
            .versionOf("a")
            .problems()
            .get(0);

    assertThat(problem.message())
        .isEqualTo("no entry is named \"a\", and the entry at line 2 has no name");
    assertThat(problem.related().stream().map(InventoryReaderTest::shown))
        .containsExactly("2:3-2:4", "3:3-3:4", "4:3-4:4", "5:3-5:4", "6:3-6:4");
  }

  @Test
  void aSyntaxErrorSaysWhatAndWhereItBegan() {
    assertThat(read("services:\n  - name: \"a\n").versionOf("any"))
        .isEqualTo(
            Reading.problem(
                new Problem(
                    Kind.SYNTAX,
                    "the file is not well-formed YAML: found unexpected end of stream (while"
                        + " scanning a quoted scalar)",
                    "check the indentation and the quotes there",
                    new SourceSpan(FILE, 3, 1, 3, 1),
                    List.of(new SourceSpan(FILE, 2, 11, 2, 11)))));
  }

  @Test
  void aFileThatCannotBeUsedHasOneProblemForEverybody() {
    Problem problem = Problem.of(Kind.UNREADABLE, "m", "h", new FileLocation(FILE));

    assertThat(Inventory.unusable(problem).versionOf("a")).isEqualTo(Reading.problem(problem));
  }

  private static Inventory read(String document) {
    return InventoryReader.read(SourceText.of(FILE, document));
  }

  private static String shown(Location location) {
    SourceSpan span = (SourceSpan) location;
    assertThat(span.file()).isEqualTo(FILE);
    return span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
  }
}
