package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.PlaceResult;
import io.github.containerversions.versions.model.TagForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A place on disk: what containers have of it, what it says of itself, what its changes concern.
 */
class PlaceSiteTest {
  private static final Container WEB = new Container("web", "containers/web", "web", List.of());
  private static final Container DB = new Container("db", "containers/db", "db", List.of());

  @TempDir private Path root;

  private PlaceSite site(String files, boolean required) {
    return site(files, required, LagLimit.NO_LAG);
  }

  private PlaceSite site(String files, boolean required, LagLimit behind) {
    Place place =
        new Place(
            "deployment",
            PlaceFiles.of(List.of(files)),
            ImageSearch.of("reg.example/{container}"),
            "",
            List.of(TagForm.VERSION),
            behind,
            required);
    return new PlaceSite(place, root, new DiskFiles(root), "build/pom.xml");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aContainerHasWhatThePlaceStatesForIt() throws IOException {
    write("deploy/a.yaml", "image: reg.example/web:1.2\n");
    PlaceSite site = site("deploy/*", false);

    assertThat(site.read(WEB).orElseThrow().declarations())
        .extracting(it -> it.version())
        .containsExactly("1.2");
    assertThat(site.read(DB)).isEmpty();
  }

  @Test
  void aContainerMustHaveAPlaceThatIsRequired() throws IOException {
    write("deploy/a.yaml", "image: reg.example/web:1.2\n");
    PlaceSite site = site("deploy/*", true);

    assertThat(site.read(WEB).orElseThrow().problems()).isEmpty();
    assertThat(site.read(DB).orElseThrow().problems())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Problem.Kind.ABSENT))
        .satisfies(it -> assertThat(it.location().file()).isEqualTo("containers/db"))
        .extracting(Problem::message)
        .isEqualTo(
            "the place deployment does not have this container: the image"
                + " reg.example/{container} was looked for in deploy/*");
  }

  @Test
  void aPlaceThatWasReadSaysHowMuchItHas() throws IOException {
    write("deploy/a.yaml", "a: reg.example/web:1.2\nb: reg.example/db:5\n");
    write("deploy/b.yaml", "c: reg.example/other:1\n");

    assertThat(site("deploy/*", false).result(true))
        .isEqualTo(new PlaceResult("deployment", 2, 3, List.of()));
  }

  @Test
  void aPlaceThatNobodyAskedForIsNotRead() throws IOException {
    write("deploy/a.yaml", "a: [\nb: reg.example\n");

    assertThat(site("deploy/*", false).result(false))
        .isEqualTo(new PlaceResult("deployment", 0, 0, List.of()));
  }

  private static String shown(Finding finding) {
    return finding.rule()
        + " "
        + finding.subject()
        + " "
        + finding.location().file()
        + ": "
        + finding.message();
  }

  @Test
  void aPlaceThatMatchesNothingIsAFindingWhereItIsConfigured() throws IOException {
    assertThat(site("deploy/*", false).result(true).findings())
        .extracting(PlaceSiteTest::shown)
        .containsExactly(
            "place-unreadable place deployment build/pom.xml: no file matches deploy/*");
    write("deploy/a.yaml", "image: reg.example.com/web:1\n");
    assertThat(site("deploy/*", false).result(true).findings())
        .extracting(PlaceSiteTest::shown)
        .containsExactly(
            "place-unreadable place deployment build/pom.xml: its only file does not have the"
                + " image reg.example/{container}");
    write("deploy/b.yaml", "a: 1\n");
    assertThat(site("deploy/*", false).result(true).findings())
        .extracting(PlaceSiteTest::shown)
        .containsExactly(
            "place-unreadable place deployment build/pom.xml: none of its 2 files has the image"
                + " reg.example/{container}");
  }

  @Test
  void aFileThatCannotBeReadIsTheOnlyFindingOfThePlace() throws IOException {
    write("deploy/a.yaml", "a: [\nb: reg.example\n");

    assertThat(site("deploy/*", false).result(true).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.subject()).isEqualTo("place deployment"))
        .satisfies(it -> assertThat(it.location().file()).isEqualTo("deploy/a.yaml"))
        .satisfies(it -> assertThat(it.message()).startsWith("the file is not well-formed YAML"));
  }

  @Test
  void filesThatCannotBeListedAreAFinding(@TempDir Path outside) throws IOException {
    Files.createSymbolicLink(root.resolve("deploy"), outside);

    assertThat(site("deploy/*", false).result(true).findings())
        .extracting(PlaceSiteTest::shown)
        .containsExactly(
            "place-unreadable place deployment deploy/*: its files cannot be listed: it lies"
                + " outside the repository");
  }

  @Test
  void changedFilesConcernTheContainersThatTheyNameNow() throws IOException {
    write("deploy/a.yaml", "image: reg.example/web:1.2\n");
    write("deploy/b.yaml", "image: reg.example/db:5\n");
    PlaceSite site = site("deploy/*", false);

    PlaceSite.NamedContainers named = site.named(Set.of("deploy/a.yaml", "README.md"));

    assertThat(named.isEmpty()).isFalse();
    assertThat(named.contains(WEB)).isTrue();
    assertThat(named.contains(DB)).isFalse();
  }

  @Test
  void changedFilesOutsideOfThePlaceConcernNobody() throws IOException {
    write("deploy/a.yaml", "image: reg.example/web:1.2\n");

    PlaceSite.NamedContainers named = site("deploy/*", true).named(Set.of("README.md"));

    assertThat(named.isEmpty()).isTrue();
    assertThat(named.contains(WEB)).isFalse();
    assertThat(named.contains(DB)).isFalse();
  }

  /** The change may have taken it away. */
  @Test
  void changedFilesOfARequiredPlaceAlsoConcernWhoeverIsNotThere() throws IOException {
    write("deploy/a.yaml", "image: reg.example/web:1.2\n");
    write("deploy/b.yaml", "a: 1\n");

    PlaceSite.NamedContainers named = site("deploy/*", true).named(Set.of("deploy/b.yaml"));

    assertThat(named.contains(DB)).isTrue();
    assertThat(named.contains(WEB)).isFalse();
  }

  @Test
  void theFilesAreReadOnceForAllContainers() throws IOException {
    write("deploy/a.yaml", "a: reg.example/web:1\n");
    PlaceSite site = site("deploy/*", false);
    site.read(DB);
    write("deploy/a.yaml", "a: reg.example/web:2\n");

    assertThat(site.read(WEB).orElseThrow().declarations().get(0).version()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"NO_LAG, write 2 in deploy/a.yaml", "REPORTED, deploy 2 in deploy/a.yaml"})
  void aPlaceThatMayBeBehindIsDeployedAndAnyOtherIsWritten(LagLimit.Kind kind, String advice)
      throws IOException {
    write("deploy/a.yaml", "a: reg.example/web:1\n");
    PlaceSite site = site("deploy/*", false, new LagLimit(kind, 0));
    Declaration declaration = site.read(WEB).orElseThrow().declarations().get(0);

    assertThat(site.site().id()).isEqualTo("place:deployment");
    assertThat(site.site().mustAgree()).isEqualTo(kind == LagLimit.Kind.NO_LAG);
    assertThat(site.site().advice().set(declaration, WEB, "2")).isEqualTo(advice);
  }
}
