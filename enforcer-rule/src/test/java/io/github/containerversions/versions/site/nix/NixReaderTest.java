package io.github.containerversions.versions.site.nix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NixReaderTest {
  private static final String FILE = "containers/app/default.nix";

  static Stream<Arguments> cases() {
    return Table.rows("nix-cases.tsv").stream().map(row -> Arguments.of(row[0], List.of(row)));
  }

  @Tag("row-by-row")
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void readsWhatNixSays(String name, List<String> row) {
    Map<String, String> marked = new HashMap<>();
    marked.put(FILE, Table.unescape(row.get(2)));
    for (String file : row.subList(3, row.size())) {
      int split = file.indexOf('=');
      String path = "containers/app/" + file.substring(0, split);
      marked.put(path.replace("app/../", ""), Table.unescape(file.substring(split + 1)));
    }
    MemoryFiles files = new MemoryFiles();
    marked.forEach((path, text) -> files.with(path, unmarked(text)));

    Reading reading = new NixReader(files).read(SourceText.of(FILE, unmarked(marked.get(FILE))));

    assertThat(outcome(reading)).isEqualTo(expected(row.get(1)));
    assertThat(location(reading)).isEqualTo(place(marked));
    reading
        .version()
        .ifPresent(
            version -> assertSlices(version, unmarked(marked.get(version.location().file()))));
  }

  static Stream<Arguments> evaluations() {
    return Table.rows("nix-evaluations.tsv").stream()
        .map(row -> Arguments.of(row[0], row[1], Table.unescape(row[2])));
  }

  /** A version that is given is the one of Nix; what would have to be evaluated is not guessed. */
  @Tag("row-by-row")
  @ParameterizedTest(name = "{2}")
  @MethodSource("evaluations")
  void givesNoVersionButTheOneOfNix(String version, String knowledge, String text) {
    Reading reading = read(new MemoryFiles(), text);

    if (knowledge.equals("known")) {
      assertThat(outcome(reading)).isEqualTo("= " + version);
    } else {
      assertThat(reading.problems())
          .isNotEmpty()
          .extracting(Problem::kind)
          .isSubsetOf(Problem.Kind.UNKNOWN, Problem.Kind.ABSENT);
    }
  }

  private static String unmarked(String text) {
    return text.replace("«", "").replace("»", "");
  }

  private static String expected(String cell) {
    return cell.startsWith("= ") ? "= " + Table.unescape(cell.substring(2)) : cell;
  }

  static String outcome(Reading reading) {
    if (reading.version().isPresent()) {
      Declaration version = reading.version().get();
      return "= " + version.version();
    }
    assertThat(reading.problems()).hasSize(1);
    Problem problem = reading.problems().get(0);
    return problem.kind()
        + " "
        + problem.message()
        + reading.neededPackage().map(name -> " [" + name + "]").orElse("");
  }

  private static Location location(Reading reading) {
    return reading
        .version()
        .map(Declaration::location)
        .orElseGet(() -> reading.problems().get(0).location());
  }

  /** The place between the marks; the file as a whole where there are none. */
  private static Location place(Map<String, String> marked) {
    for (Map.Entry<String, String> file : marked.entrySet()) {
      int start = file.getValue().indexOf('«');
      if (start >= 0) {
        int end = file.getValue().indexOf('»') - 1;
        return SourceText.of(file.getKey(), unmarked(file.getValue())).span(start, end);
      }
    }
    return new FileLocation(FILE);
  }

  /** What is said to be written stands at the place, but for the quotes around it. */
  private static void assertSlices(Declaration version, String text) {
    String slice = Slices.of(text, version.location());
    assertThat(List.of(slice, "\"" + slice + "\"", "'" + slice + "'", "''" + slice + "''"))
        .contains(version.written());
  }

  @Test
  void tellsEveryFileThatItFollowedOrLookedFor() {
    MemoryFiles files =
        new MemoryFiles()
            .with("s.nix", "{ a = import ./containers/app; c = ./gone; }")
            .with("lib/default.nix", "x: x");

    Reading reading =
        read(
            files,
            "let s = import ../../s.nix; f = import ../../lib; in { version = f (import s.c).d; }");

    assertThat(reading.followed())
        .containsExactlyInAnyOrder("s.nix", "lib/default.nix", "gone", "gone/default.nix");
  }

  @Test
  void pointsFromThePathToTheFileThatCannotBeRead() {
    MemoryFiles files = new MemoryFiles().with("containers/app/s.nix", "{\n  a = ;\n}");

    Problem problem = read(files, "{ version = (import ./s.nix).a; }").problems().get(0);

    assertThat(problem.location()).isEqualTo(new SourceSpan(FILE, 1, 21, 1, 28));
    assertThat(problem.related())
        .containsExactly(new SourceSpan("containers/app/s.nix", 2, 7, 2, 8));
  }

  @Test
  void saysWhyAFollowedFileCannotBeRead() {
    MemoryFiles files = new MemoryFiles().with("containers/app/d/x", "");

    Problem problem = read(files, "{ version = builtins.readFile ./d; }").problems().get(0);

    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
    assertThat(problem.message()).isEqualTo("cannot read 'containers/app/d': it is a folder");
  }

  @Test
  void aFileMayLeadBackToItselfWhereNothingDependsOnIt() {
    MemoryFiles files =
        new MemoryFiles()
            .with("containers/app/s.nix", "{ version = \"1\"; back = import ./default.nix; }");

    assertThat(outcome(read(files, "{ inherit (import ./s.nix) version; }"))).isEqualTo("= 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let version = \"1\"; in dockerTools.buildImage { tag = \"2\"; }",
        "{ dockerTools, version ? \"1\" }: dockerTools.buildImage { tag = \"2\"; }",
        "{ dockerTools }: dockerTools.buildImage { version = \"1\"; tag = \"2\"; }",
      })
  void aVersionComesBeforeTheTagOfTheImage(String text) {
    assertThat(
            outcome(
                read(new MemoryFiles(), text.startsWith("{") ? text : "{ dockerTools }: " + text)))
        .isEqualTo("= 1");
  }

  @Test
  void followsThePinsOfEveryFormAndDependsOnThem() {
    MemoryFiles files =
        new MemoryFiles()
            .with("_sources/generated.nix", "{ fetchurl }: { ntfy = { version = \"2.1\"; }; }")
            .with("containers/app/Cargo.toml", "[package]\nversion = \"0.3\"\n");

    Reading pins =
        read(
            files,
            "{ callPackage }: { inherit ((callPackage ../../_sources/generated.nix { }).ntfy) version; }");
    Reading cargo =
        read(files, "{ lib }: { inherit ((lib.importTOML ./Cargo.toml).package) version; }");

    assertThat(outcome(pins)).isEqualTo("= 2.1");
    assertThat(pins.followed()).containsExactly("_sources/generated.nix");
    assertThat(outcome(cargo)).isEqualTo("= 0.3");
    assertThat(cargo.followed()).containsExactly("containers/app/Cargo.toml");
  }

  @Test
  void refusesAByteOrderMarkAsNixDoes() {
    Reading reading = read(new MemoryFiles(), "\uFEFF{ version = \"1\"; }");

    assertThat(outcome(reading))
        .isEqualTo("SYNTAX starts with a byte order mark, which Nix does not accept");
    assertThat(location(reading)).isEqualTo(new SourceSpan(FILE, 1, 1, 1, 1));
  }

  @Test
  void aFileAtTheRootIsReadToo() {
    MemoryFiles files = new MemoryFiles().with("VERSION", "1.0\n");
    String text = "{ version = builtins.readFile (./. + \"/VERSION\"); }";

    Reading reading = new NixReader(files).read(SourceText.of("default.nix", text));

    assertThat(outcome(reading)).isEqualTo("= 1.0\n");
  }

  @Test
  void cutsWhatItQuotes() {
    String longName = "a".repeat(50_000);

    for (String text :
        List.of(
            longName,
            "{ pkgs }: { version = pkgs." + longName + ".version; }",
            "{ " + longName + " }: { version = " + longName + "; }",
            "{ version = { }." + longName + "; }",
            "{ version = builtins.readFile ./" + longName + "; }",
            "{ version = throw \"" + longName + "\"; }",
            "{ version = [ \"" + longName + "\" ]; }")) {
      Reading reading = read(new MemoryFiles(), text);

      assertThat(reading.problems().get(0).message()).contains("a…").hasSizeLessThan(200);
      assertThat(reading.packages()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false"})
  void aVersionHasAtMost1000Characters(int length, boolean isVersion) {
    String version = "1".repeat(length);

    assertThat(outcome(read(new MemoryFiles(), "{ version = \"" + version + "\"; }")))
        .isEqualTo(
            isVersion ? "= " + version : "SHAPE a text of " + length + " characters is no version");
  }

  /** What stands between the brackets is one level more. */
  @ParameterizedTest
  @CsvSource({
    "(, {}, )",
    "[, '', ]",
    "{a=, 1, ;}",
    "{ }.a or, ' 1', ''",
    "'let a = ', 1, '; in { }'",
    "'\"${', 1, '}\"'",
  })
  void whatNestsIsReadDownTo128Levels(String open, String innermost, String close) {
    String deepest = "{ a = " + open.repeat(126) + innermost + close.repeat(126) + "; }";
    String tooDeep = "{ a = " + open.repeat(130) + innermost + close.repeat(130) + "; }";

    assertThat(outcome(read(new MemoryFiles(), "let version = \"1\"; in " + deepest)))
        .isEqualTo("= 1");
    assertThat(outcome(read(new MemoryFiles(), "let version = \"1\"; in " + tooDeep)))
        .isEqualTo("UNKNOWN nested deeper than 128 levels");
  }

  @Test
  void aPathOfManyNamesMakesAsManySets() {
    String path = "a" + ".a".repeat(200);

    assertThat(outcome(read(new MemoryFiles(), "{ " + path + " = 1; }")))
        .isEqualTo("UNKNOWN nested deeper than 128 levels");
    assertThat(
            outcome(
                read(new MemoryFiles(), "let version = \"1\"; in { b = { }." + path + " or 1; }")))
        .isEqualTo("= 1");
  }

  @ParameterizedTest
  @CsvSource({
    "[, '', ], 127, = 1",
    "[, '', ], 128, UNREADABLE",
    "{\"a\":, 1, }, 127, = 1",
    "{\"a\":, 1, }, 128, UNREADABLE",
  })
  void jsonIsReadDownTo128Levels(
      String open, String innermost, String close, int depth, String expected) {
    String nested = open.repeat(depth) + innermost + close.repeat(depth);
    MemoryFiles files = new MemoryFiles().with("a.json", "{\"a\":" + nested + ",\"v\":\"1\"}");

    assertThat(outcome(read(files, "{ lib }: { version = (lib.importJSON ../../a.json).v; }")))
        .startsWith(expected);
  }

  @Test
  void listsOfJsonSideBySideDoNotNest() {
    MemoryFiles files =
        new MemoryFiles().with("a.json", "[" + "[],{},".repeat(200) + "{\"v\":\"1\"}]");

    assertThat(
            outcome(
                read(files, "{ lib }: { version = toString (lib.importJSON ../../a.json == 1); }")))
        .isEqualTo("EMPTY version is empty");
  }

  @Test
  void endsOnEndlessRecursion() {
    String text = "let f = x: f (x + \"1\"); in { version = f \"\"; }";

    assertThat(outcome(read(new MemoryFiles(), text)))
        .isEqualTo("UNKNOWN needs evaluation, deeper than 100 levels");
  }

  @ParameterizedTest
  @CsvSource({"13, a text of 65536 characters", "14, a text of more than 65536 characters"})
  void aTextStopsGrowingWhereItIsNoVersionAnyMore(int doublings, String what) {
    StringBuilder sums = new StringBuilder("s0 = \"12345678\"; ");
    StringBuilder joins = new StringBuilder(sums);
    for (int i = 1; i <= doublings; i++) {
      sums.append("s%d = s%d + s%d; ".formatted(i, i - 1, i - 1));
      joins.append("s%d = \"${s%d}${s%d}\"; ".formatted(i, i - 1, i - 1));
    }
    String result = "in { version = s" + doublings + "; }";

    assertThat(outcome(read(new MemoryFiles(), "let " + sums + result)))
        .isEqualTo("SHAPE " + what + " is no version");
    assertThat(outcome(read(new MemoryFiles(), "let " + joins + result)))
        .isEqualTo("SHAPE " + what + " is no version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ version = 1.2; } | write it in quotes: version = \"1.2\";",
        "{ version = 12; } | write it in quotes: version = \"12\";",
        "{ version = [ 1 ]; } | write version = \"<version>\"; in the let before the result",
        "{ pkgs }: { version = pkgs.a.version; } | write version = \"<version>\"; in the let before the result",
        "{ pkgs }: { version = pkgs.a; } | write version = \"<version>\"; in the let before the result, or name the nixpkgs package under nixPackages",
        "{ } | write version = \"<version>\"; in the let before the result, or name the nixpkgs package under nixPackages",
        "{ version = throw \"no\"; } | write version = \"<version>\"; in the let before the result",
        "{ | correct it there; nix-instantiate --parse shows whether Nix accepts it",
      })
  void saysWhatToWrite(String text, String help) {
    assertThat(read(new MemoryFiles(), text).problems())
        .extracting(Problem::help)
        .containsExactly(help);
  }

  @Test
  void aProblemWithinTheValueIsRelatedToTheWhole() {
    Problem problem = read(new MemoryFiles(), "{ version = \"v${1}\"; }").problems().get(0);

    assertThat(problem.location()).isEqualTo(new SourceSpan(FILE, 1, 17, 1, 18));
    assertThat(problem.related()).containsExactly(new SourceSpan(FILE, 1, 13, 1, 20));
  }

  static Reading read(MemoryFiles files, String text) {
    files.with(FILE, text);
    return new NixReader(files).read(SourceText.of(FILE, text));
  }
}
