package io.github.containerversions.versions.site.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class NixReaderPropertiesTest {
  private static final String FILE = "containers/app/default.nix";

  @Property
  void saysSomethingOfArbitraryText(@ForAll String text) {
    assertPlaced(read(text), text);
  }

  @Property(tries = 3000)
  void saysSomethingOfSoup(@ForAll("soup") String text) {
    assertPlaced(read(text), text);
  }

  @Provide
  Arbitrary<String> soup() {
    return NixTexts.soup();
  }

  @Property(tries = 3000)
  void saysSomethingOfDamagedFiles(@ForAll("damaged") String text) {
    assertPlaced(read(text), text);
  }

  /** The inputs of the cases, with a few characters lost and a few pieces put in. */
  @Provide
  Arbitrary<String> damaged() {
    return Combinators.combine(
            Arbitraries.of(inputs()), Arbitraries.integers().between(0, 200), NixTexts.piece())
        .as(
            (text, at, piece) -> {
              int start = Math.min(at, text.length());
              int end = Math.min(start + at % 3, text.length());
              return text.substring(0, start) + piece + text.substring(end);
            });
  }

  /** Whoever asks first whether a text may follow anything misses nothing. */
  @Property(tries = 3000)
  void followsNoFileThatItMayNotFollow(@ForAll("damaged") String text) {
    boolean mayFollow = new NixReader(new MemoryFiles()).mayFollow(SourceText.of(FILE, text));

    Statistics.collect(mayFollow);
    Statistics.coverage(
        coverage -> {
          coverage.check(true).percentage(share -> share > 5);
          coverage.check(false).percentage(share -> share > 5);
        });
    if (!mayFollow) {
      assertThat(read(text).followed()).isEmpty();
    }
  }

  /** What stands in the file as the version is what is told, whatever the value looks like. */
  @Property
  void readsBackWhatWasWritten(@ForAll("versions") String version, @ForAll("blanks") String blank) {
    String escaped = version.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
    String text = "{ pkgs }:let version=\"" + escaped + "\";in{}";
    String spaced = text.replace("=", blank + "=" + blank).replace(":", ":" + blank);

    Declaration declaration = read(spaced).version().orElseThrow();

    assertThat(declaration.version()).isEqualTo(version);
    assertThat(declaration.written()).isEqualTo("\"" + escaped + "\"");
    assertThat(Slices.of(spaced, declaration.location())).isEqualTo(escaped);
  }

  @Provide
  Arbitrary<String> versions() {
    return Arbitraries.strings()
        .withChars("0123456789.v-+_ $\\\"{}")
        .withChars('\u00e9', '\u2014')
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(version -> !version.isBlank());
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.of(" ", "\n", "\r\n", "\t", "# x \ud83d\udc33\r\n", "/* \" */", "\n    ")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  /** Line ends and indentation matter within strings only. */
  @Property
  void layoutDoesNotChangeTheValue(@ForAll("sound") String text, @ForAll("lineEnds") String end) {
    String laidOut = ("# a\n" + text).replace("; ", ";\n").replace("\n", end);

    assertThat(version(laidOut)).isPresent().isEqualTo(version(text));
  }

  @Provide
  Arbitrary<String> sound() {
    return Arbitraries.of(
        inputs().stream()
            .filter(text -> !text.contains("''") && !text.contains("\r"))
            .filter(text -> version(text).isPresent())
            .toList());
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n", "\n\t", "\r\n        ");
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
