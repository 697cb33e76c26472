package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.TagForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the files of a place state for a container: versions as {@code file:line:columns version},
 * remarks after a dash, problems after an exclamation mark.
 */
class PlaceIndexTest {
  private static final Container WEB = container("web", "site");
  private static final Container DB = container("db", "db");

  private static final PlaceSearch IMAGE = ImageSearch.of("reg.example/{container}");

  private static Container container(String name, String service) {
    return new Container(name, "containers/" + name, service, List.of());
  }

  private static Place place(String file, PlaceSearch search, String container, String... tags) {
    List<TagForm> forms = new ArrayList<>();
    for (String tag : tags) {
      forms.add(TagForm.of(tag));
    }
    return new Place(
        "deployment",
        PlaceFiles.of(List.of(file)),
        search,
        container,
        forms.isEmpty() ? List.of(TagForm.VERSION) : forms,
        LagLimit.NO_LAG,
        false);
  }

  private static PlaceIndex index(Place place, String... fileAndText) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < fileAndText.length; i += 2) {
      files.put(fileAndText[i], fileAndText[i + 1]);
    }
    return PlaceIndex.of(place, MemoryFiles.of(files), files.keySet());
  }

  private static List<String> shown(PlaceIndex index, Container container) {
    List<String> shown = new ArrayList<>();
    if (index.reading(container).isPresent()) {
      Reading reading = index.reading(container).get();
      reading.declarations().forEach(it -> shown.add(at(it.location()) + " " + it.version()));
      reading.remarks().forEach(it -> shown.add("- " + at(it.location()) + " " + it.text()));
      reading.problems().forEach(it -> shown.add("! " + shown(it)));
    }
    return shown;
  }

  private static String shown(Problem problem) {
    return at(problem.location()) + " " + problem.message();
  }

  private static String at(Location location) {
    return location instanceof SourceSpan span
        ? span.file() + ":" + span.line() + ":" + span.column() + "-" + span.endColumn()
        : location.file();
  }

  @Test
  void eachContainerGetsWhatIsStatedForIt() {
    PlaceIndex index =
        index(
            place("deploy/*", IMAGE, ""),
            "deploy/b.yaml",
            "image: reg.example/web:2\n",
            "deploy/a.yaml",
            "a: reg.example/web:1\nb: reg.example/db:5\n",
            "other/a.yaml",
            "image: reg.example/web:9\n");

    assertThat(shown(index, WEB))
        .containsExactly("deploy/a.yaml:1:20-21 1", "deploy/b.yaml:1:24-25 2");
    assertThat(shown(index, DB)).containsExactly("deploy/a.yaml:2:19-20 5");
    assertThat(index.names(WEB)).isTrue();
    assertThat(index.names(container("x", "x"))).isFalse();
    assertThat(index.reading(container("x", "x"))).isEmpty();
    assertThat(index.fileCount()).isEqualTo(2);
    assertThat(index.statementCount()).isEqualTo(3);
    assertThat(index.general()).isEmpty();
  }

  @Test
  void manyFilesKeepTheirOrder() {
    List<String> files = new ArrayList<>();
    IntStream.range(100, 300)
        .forEach(i -> files.addAll(List.of("deploy/" + i, "reg.example/web:" + i)));

    List<String> shown =
        shown(index(place("deploy/*", IMAGE, ""), files.toArray(new String[0])), WEB);

    assertThat(shown)
        .containsExactlyElementsOf(
            IntStream.range(100, 300).mapToObj(i -> "deploy/" + i + ":1:17-20 " + i).toList());
  }

  @Test
  void aNameOfTheInventoryLeadsToItsContainer() {
    PlaceIndex index = index(place("a.yaml", KeySearch.of("{service}"), ""), "a.yaml", "site: 1\n");

    assertThat(shown(index, WEB)).containsExactly("a.yaml:1:7-8 1");
    assertThat(shown(index, DB)).isEmpty();
    assertThat(shown(index, container("site", "x"))).isEmpty();
  }

  @Test
  void aContainerGetsWhatIsStatedForItsNameAndForItsService() {
    PlaceIndex index =
        index(
            place("{a.yaml,{container}.txt}", KeySearch.of("{service}"), ""),
            "a.yaml",
            "site: 1\n",
            "web.txt",
            "");

    assertThat(shown(index, WEB))
        .containsExactly("a.yaml:1:7-8 1", "! web.txt no key is read from a file of this kind");
  }

  @Test
  void thePathAndTheTextMustNameTheSameContainer() {
    PlaceIndex index =
        index(
            place("charts/{container}/*", IMAGE, ""),
            "charts/web/a.yaml",
            "a: reg.example/db:5\nb: reg.example/web:1\n");

    assertThat(shown(index, WEB)).containsExactly("charts/web/a.yaml:2:20-21 1");
    assertThat(index.names(DB)).isFalse();
  }

  @Test
  void aPlaceOfOneContainerBelongsToItWhateverThePath() {
    PlaceIndex index =
        index(place("env/{service}/.env", KeySearch.of("V"), "web"), "env/db/.env", "V=1\n");

    assertThat(shown(index, WEB)).containsExactly("env/db/.env:1:3-4 1");
    assertThat(index.names(DB)).isFalse();
  }

  @Test
  void theFileOfOneContainerMustHaveIt() {
    PlaceIndex index =
        index(place("charts/{container}.yaml", KeySearch.of("v"), ""), "charts/web.yaml", "w: 1\n");

    assertThat(shown(index, WEB)).containsExactly("! charts/web.yaml it does not have the key v");
    assertThat(index.statementCount()).isEqualTo(1);
  }

  @Test
  void aFileAmongOthersNeedNotHaveIt() {
    PlaceIndex named =
        index(place("charts/{container}/*", KeySearch.of("v"), ""), "charts/web/a.yaml", "w: 1\n");
    PlaceIndex ofAll = index(place("a.yaml", IMAGE, ""), "a.yaml", "w: 1\n");

    assertThat(named.reading(WEB)).isEmpty();
    assertThat(named.statementCount()).isZero();
    assertThat(ofAll.general()).isEmpty();
    assertThat(ofAll.statementCount()).isZero();
  }

  @Test
  void aFileThatIsGoneStatesNothing() {
    PlaceIndex index =
        PlaceIndex.of(
            place("charts/{container}.yaml", KeySearch.of("v"), ""),
            MemoryFiles.of(Map.of()),
            Set.of("charts/web.yaml"));

    assertThat(index.names(WEB)).isFalse();
    assertThat(index.fileCount()).isZero();
  }

  /** A file of bytes that are no text. */
  private static RepositoryFiles unreadable(boolean mayHoldTheName) {
    return new RepositoryFiles() {
      @Override
      public FileContent read(String file, int limit) {
        return new FileContent.Unreadable(
            Problem.of(Problem.Kind.UNREADABLE, "it is not UTF-8", "", new FileLocation(file)));
      }

      @Override
      public boolean mayContain(String file, String needle) {
        return mayHoldTheName;
      }

      @Override
      public boolean isDirectory(String file) {
        return false;
      }
    };
  }

  @Test
  void aFileThatCannotBeReadIsAProblemOfTheContainerInItsPath() {
    Place named = place("deploy/{container}.yaml", IMAGE, "");
    PlaceIndex index = PlaceIndex.of(named, unreadable(true), Set.of("deploy/web.yaml"));

    assertThat(shown(index, WEB)).containsExactly("! deploy/web.yaml it is not UTF-8");
    assertThat(index.general()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadAndNamesNobodyIsAProblemOfThePlace() {
    PlaceIndex index =
        PlaceIndex.of(place("deploy/*", IMAGE, ""), unreadable(true), Set.of("deploy/a.yaml"));

    assertThat(index.general())
        .extracting(PlaceIndexTest::shown)
        .containsExactly("deploy/a.yaml it is not UTF-8");
    assertThat(index.fileCount()).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeReadAndHasNothingOfThePlaceIsPassedOver() {
    PlaceIndex index =
        PlaceIndex.of(place("deploy/*", IMAGE, ""), unreadable(false), Set.of("deploy/a.png"));

    assertThat(index.general()).isEmpty();
    assertThat(index.fileCount()).isZero();
  }

  @Test
  void aFileThatDoesNotHaveTheRegistryIsNotParsed() {
    PlaceIndex index = index(place("deploy/*", IMAGE, ""), "deploy/a.yaml", "a: [\n");

    assertThat(index.general()).isEmpty();
    assertThat(index.fileCount()).isEqualTo(1);
  }

  @Test
  void whatIsNotParsedCostsTheContainersThatItNamesOrThePlace() {
    PlaceIndex index =
        index(
            place("deploy/*", IMAGE, ""),
            "deploy/a.yaml",
            "a: [\nb: reg.example/web:1\n",
            "deploy/b.yaml",
            "a: [\nb: reg.example\n");

    assertThat(shown(index, WEB))
        .singleElement()
        .asString()
        .startsWith("! deploy/a.yaml:3:1-1 the file is not well-formed YAML");
    assertThat(index.general())
        .extracting(Problem::location)
        .extracting(Location::file)
        .containsExactly("deploy/b.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2           | {version}                        | 1:24-27 1.2",
        "v1.2          | {version}                        | 1:24-28 v1.2",
        "v1.2-abc1234  | {version}-{commit}               | 1:24-28 v1.2",
        "v1.2-abc1234  | {version}-{commit} {version}     | 1:24-28 v1.2",
        "v1.2-abc1234  | {version} {version}-{commit}     | 1:24-36 v1.2-abc1234",
        "main-1.2      | main-{version}                   | 1:29-32 1.2",
        "1.2-r4        | {version}-r{number}              | 1:24-27 1.2",
      })
  void theVersionIsThePartOfTheFirstFormThatFits(String tag, String forms, String found) {
    PlaceIndex index =
        index(
            place("a.yaml", IMAGE, "", forms.split(" ")),
            "a.yaml",
            "image: reg.example/web:" + tag);

    assertThat(shown(index, WEB)).containsExactly("a.yaml:" + found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latest        | {version}          | - a.yaml:1:24-30 its tag names no version",
        "main-abc1234  | {version}-{commit} | - a.yaml:1:24-36 its tag names no version",
        "$TAG          | {version}          | - a.yaml:1:24-28 its tag is computed",
        "1.2_dirty     | v{version}         | ! a.yaml:1:24-33 1.2_dirty has none of the forms of"
            + " the place deployment: v{version}",
        "1.2           | v{version} {version}-{commit} | ! a.yaml:1:24-27 1.2 has none of the forms"
            + " of the place deployment: v{version}, {version}-{commit}",
      })
  void aTagThatIsNoVersion(String tag, String forms, String found) {
    PlaceIndex index =
        index(
            place("a.yaml", IMAGE, "", forms.split(" ")),
            "a.yaml",
            "image: reg.example/web:" + tag);

    assertThat(shown(index, WEB)).containsExactly(found);
    assertThat(index.names(WEB)).isTrue();
  }

  @Test
  void aValueThatCannotBeAVersionIsNotShown() {
    PlaceIndex index =
        index(place("a.yaml", KeySearch.of("v"), "web", "v{version}"), "a.yaml", "v: 1 secret 2\n");

    assertThat(shown(index, WEB))
        .singleElement()
        .asString()
        .startsWith("! a.yaml:1:4-14 the value ")
        .doesNotContain("secret");
  }

  @Test
  void theWholeTagGoesWithItsVersion() {
    PlaceIndex index =
        index(
            place("a.yaml", IMAGE, "", "{version}-{commit}"),
            "a.yaml",
            "image: reg.example/web:v1.2-abc1234\n");

    Declaration declaration = index.reading(WEB).orElseThrow().declarations().get(0);

    assertThat(declaration.written()).isEqualTo("v1.2");
    assertThat(declaration.tag())
        .satisfies(
            it -> {
              assertThat(it.form()).isEqualTo("{version}-{commit}");
              assertThat(it.text()).isEqualTo("v1.2-abc1234");
              assertThat(it.commit()).isEqualTo("abc1234");
              assertThat(at(it.location())).isEqualTo("a.yaml:1:24-36");
            });
  }

  /** The text in the file has other offsets than what it means, so it counts as a whole. */
  @Test
  void aVersionWithAnEscape() {
    PlaceIndex index =
        index(
            place("a.yaml", KeySearch.of("v"), "web", "v{version}"), "a.yaml", "v: \"v1\\x2e2\"\n");

    Declaration declaration = index.reading(WEB).orElseThrow().declarations().get(0);

    assertThat(declaration.version()).isEqualTo("1.2");
    assertThat(declaration.written()).isEqualTo("v1\\x2e2");
    assertThat(at(declaration.location())).isEqualTo("a.yaml:1:5-12");
  }
}
