package io.github.containerversions.versions.site.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.containerversions.Property;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NixReaderPropertiesTest {
  private static final String FILE = "containers/app/default.nix";
  private static final List<String> INPUTS = inputs();
  private static final List<String> SOUND =
      INPUTS.stream()
          .filter(text -> !text.contains("''") && !text.contains("\r"))
          .filter(text -> version(text).isPresent())
          .toList();

  @Test
  void saysSomethingOfArbitraryText() {
    Property.holds(
        random -> {
          String text = random.text();
          assertPlaced(read(text), text);
        });
  }

  @Test
  void saysSomethingOfSoup() {
    Property.holds(
        3000,
        random -> {
          String text = soup(random);
          assertPlaced(read(text), text);
        });
  }

  private static String soup(Property random) {
    return NixTexts.soup(random);
  }

  @Test
  void saysSomethingOfDamagedFiles() {
    Property.holds(
        3000,
        random -> {
          String text = damaged(random);
          assertPlaced(read(text), text);
        });
  }

  /** The inputs of the cases, with a few characters lost and a few pieces put in. */
  private static String damaged(Property random) {
    return random.damaged(random.of(INPUTS), NixTexts.piece(random));
  }

  /** Whoever asks first whether a text may follow anything misses nothing. */
  @Test
  void followsNoFileThatItMayNotFollow() {
    Property.holds(
        3000,
        random -> {
          String text = damaged(random);
          boolean mayFollow = new NixReader(new MemoryFiles()).mayFollow(SourceText.of(FILE, text));

          if (!mayFollow) {
            assertThat(read(text).followed()).isEmpty();
          }
        });
  }

  /** The look at the slashes, which saves most texts their tokens, misses no path. */
  @Test
  void seesEachRelativePathByItsSlashes() {
    Property.holds(
        20_000,
        random -> {
          String text = random.textOf("//aa.*~ \n'\"${}#<>:=", 0, 16);

          if (!PathScanner.mayHoldRelativePath(text)) {
            assertThat(relativePaths(text)).as(text).isEmpty();
          }
        });
  }

  private static List<String> relativePaths(String text) {
    Tokens tokens = NixLexer.scan(text);
    List<String> paths = new ArrayList<>();
    for (int i = 0; tokens.kind(i) != Token.END; i++) {
      if (tokens.kind(i) == Token.PATH && text.charAt(tokens.start(i)) != '/') {
        paths.add(text.substring(tokens.start(i)));
      }
    }
    return paths;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      textBlock =
          """
          ./a, true
          ../a/b.nix, true
          a/b, true
          x //a/b, true
          /* x */a/b, true
          "${./a}", true
          /a/b, false
          "/bin/a ${x}/bin/b", false
          <a>, false
          ~/a/b, false
          """)
  void onlyAPathThatDoesNotStartWithASlashMayBeFollowed(String text, boolean expected) {
    assertThat(new NixReader(new MemoryFiles()).mayFollow(SourceText.of(FILE, text)))
        .isEqualTo(expected);
  }

  /** What stands in the file as the version is what is told, whatever the value looks like. */
  @Test
  void readsBackWhatWasWritten() {
    Property.holds(
        random -> {
          String version = versions(random);
          String blank = blanks(random);
          String escaped = version.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
          String text = "{ pkgs }:let version=\"" + escaped + "\";in{}";
          String spaced = text.replace("=", blank + "=" + blank).replace(":", ":" + blank);

          Declaration declaration = read(spaced).version().orElseThrow();

          assertThat(declaration.version()).isEqualTo(version);
          assertThat(declaration.written()).isEqualTo("\"" + escaped + "\"");
          assertThat(Slices.of(spaced, declaration.location())).isEqualTo(escaped);
        });
  }

  private static String versions(Property random) {
    return "1" + random.textOf("0123456789.v-+_ $\\\"{}\u00e9\u2014", 0, 20);
  }

  private static final List<String> BLANKS =
      List.of(" ", "\n", "\r\n", "\t", "# x \ud83d\udc33\r\n", "/* \" */", "\n    ");

  private static String blanks(Property random) {
    return random.pieces(4, BLANKS);
  }

  /** Line ends and indentation matter within strings only. */
  @Test
  void layoutDoesNotChangeTheValue() {
    Property.holds(
        random -> {
          String text = sound(random);
          String end = lineEnds(random);
          String laidOut = ("# a\n" + text).replace("; ", ";\n").replace("\n", end);

          assertThat(version(laidOut)).isPresent().isEqualTo(version(text));
        });
  }

  private static String sound(Property random) {
    return random.of(SOUND);
  }

  private static String lineEnds(Property random) {
    return random.of("\n", "\r\n", "\n\t", "\r\n        ");
  }

  private static List<String> inputs() {
    return Table.rows("nix-cases.tsv").stream()
        .map(row -> Table.unescape(row[2]).replace("«", "").replace("»", ""))
        .toList();
  }

  private static Optional<String> version(String text) {
    return read(text).version().map(Declaration::version);
  }

  private static Reading read(String text) {
    return new NixReader(new MemoryFiles().with(FILE, text)).read(SourceText.of(FILE, text));
  }

  private static void assertPlaced(Reading reading, String text) {
    String content = SourceText.of(FILE, text).content();
    reading.problems().forEach(problem -> assertInside(problem.location(), content));
    reading.declarations().forEach(found -> assertInside(found.location(), content));
  }

  /** Cutting a span out of the text throws where it lies outside. */
  private static void assertInside(Location location, String text) {
    assertThat(location.file()).isEqualTo(FILE);
    if (location instanceof SourceSpan) {
      assertThatCode(() -> Slices.of(text, location)).doesNotThrowAnyException();
    }
  }
}
