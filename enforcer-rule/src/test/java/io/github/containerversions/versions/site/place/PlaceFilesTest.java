package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.text.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files the globs of a place match, whose they are, and which of them are on disk. */
class PlaceFilesTest {
  @TempDir private Path folder;

  private Path root() throws IOException {
    return Files.createDirectories(folder.resolve("root"));
  }

  private void write(String... files) throws IOException {
    for (String file : files) {
      Path path = root().resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }

  private void link(String link, Path target) throws IOException {
    Path path = root().resolve(link);
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, target);
  }

  private List<String> listed(String... globs) throws IOException {
    return PlaceFiles.of(List.of(globs)).list(root()).stream().map(PlaceFiles.Found::path).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "deploy/**, deploy/a/b.yaml, '', '', false",
    "compose.yaml, compose.yaml, '', '', true",
    "compose?.yaml, compose1.yaml, '', '', false",
    "'{a,b}.yaml', a.yaml, '', '', false",
    "charts/{container}/a.yaml, charts/web/a.yaml, web, '', true",
    "charts/{service}.yaml, charts/web.yaml, '', web, true",
    "{container}/{service}/*.yaml, web/site/a.yaml, web, site, false",
    "'{a,charts/{container}}.yaml', charts/web.yaml, web, '', false",
    "'{a,charts/{container}}.yaml', a.yaml, '', '', false",
  })
  void aFileBelongsToTheNamesInItsPath(
      String glob, String path, String container, String service, boolean exact) {
    assertThat(PlaceFiles.of(List.of(glob)).match(path))
        .contains(new PlaceFiles.Found(path, new Names(container, service), exact));
  }

  @Test
  void theFirstGlobThatMatchesSaysWhoseAFileIs() {
    PlaceFiles files = PlaceFiles.of(List.of("a/{container}.yaml", "a/*"));

    assertThat(files.match("a/web.yaml").map(it -> it.names().container())).contains("web");
    assertThat(files.match("a/web.json").map(it -> it.names().container())).contains("");
    assertThat(files.match("b/web.yaml")).isEmpty();
  }

  @Test
  void aGlobThatTakesAwayCountsInAnyOrder() {
    PlaceFiles files = PlaceFiles.of(List.of("!**/test/**", "deploy/**"));

    assertThat(files.match("deploy/a.yaml")).isPresent();
    assertThat(files.match("deploy/test/a.yaml")).isEqualTo(Optional.empty());
    assertThat(files).hasToString("deploy/**, !**/test/**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!deploy/**", "/deploy/**", "../deploy", "{a"})
  void aGlobThatMatchesNothingIsRefused(String glob) {
    assertThatThrownBy(() -> PlaceFiles.of(List.of(glob)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(glob);
  }

  @ParameterizedTest
  @CsvSource({
    "a/{container}, true",
    "a/{service}/*, true",
    "'{a,b}/{container}', true",
    "a/**, false",
    "'{a,b}', false",
    "'{a,{container}}', false"
  })
  void globsNameContainersIfEachPathOfEachOfThemDoes(String glob, boolean named) {
    assertThat(PlaceFiles.of(List.of(glob)).hasNames()).isEqualTo(named);
    assertThat(PlaceFiles.of(List.of(glob, "*")).hasNames()).isFalse();
  }

  @Test
  void theFilesOfSeveralGlobsAreListedOnceAndSorted() throws IOException {
    write("b/z.yaml", "b/a.yaml", "a/x.yaml", "c/x.yaml", "compose.yaml", "deep/1/2/3.yaml");

    assertThat(listed("b/**", "b/*.yaml", "a/x.yaml", "compose.yaml", "deep/**"))
        .containsExactly("a/x.yaml", "b/a.yaml", "b/z.yaml", "compose.yaml", "deep/1/2/3.yaml");
    assertThat(listed("missing/**")).isEmpty();
    assertThat(listed("**/x.yaml")).containsExactly("a/x.yaml", "c/x.yaml");
    assertThat(listed("{container}/x.yaml")).containsExactly("a/x.yaml", "c/x.yaml");
  }

  @Test
  void gitsOwnFilesAreNotListed() throws IOException {
    write(".git/HEAD", ".git/x.yaml", "sub/.git/x.yaml", "sub/x.yaml", ".github/x.yaml");

    assertThat(listed("**/x.yaml")).containsExactly(".github/x.yaml", "sub/x.yaml");
  }

  @Test
  void aLinkToAFileInsideOfTheRootIsListed() throws IOException {
    write("files/a.yaml");
    link("deploy/a.yaml", root().resolve("files/a.yaml"));

    assertThat(listed("deploy/**")).containsExactly("deploy/a.yaml");
  }

  @Test
  void linksThatLeadOutOrNowhereAndThoseToFoldersAreNotListed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.yaml"), "");
    write("files/a.yaml");
    link("deploy/out.yaml", outside);
    link("deploy/nowhere.yaml", root().resolve("missing"));
    link("deploy/loop.yaml", root().resolve("deploy/loop.yaml"));
    link("deploy/folder", root().resolve("files"));

    assertThat(listed("deploy/**")).isEmpty();
  }

  @Test
  void aFolderThatALinkLeadsOutOfTheRootIsNotListed() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("other")).resolve("a.yaml"), "");
    link("deploy", folder.resolve("other"));

    assertThatThrownBy(() -> listed("deploy/**"))
        .isInstanceOf(IOException.class)
        .hasMessage("it lies outside the repository");
  }

  @Test
  void aRootThatALinkLeadsToIsListed() throws IOException {
    write("deploy/a.yaml");
    Path link = Files.createSymbolicLink(folder.resolve("link"), root());

    assertThat(PlaceFiles.of(List.of("deploy/**")).list(link))
        .extracting(PlaceFiles.Found::path)
        .containsExactly("deploy/a.yaml");
  }
}
