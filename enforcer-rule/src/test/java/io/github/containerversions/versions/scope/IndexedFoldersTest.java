package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Scope.Changes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders of containers are known from the index alone. */
class IndexedFoldersTest {

  private static List<Index.Entry> files(String... paths) {
    return Arrays.stream(paths).map(it -> new Index.Entry(it, true)).toList();
  }

  private static Map<String, List<String>> known(
      List<Index.Entry> listed, Set<String> changes, Set<String> ignored) {
    return IndexedFolders.unchanged(listed, "", "containers", new Changes.Files(changes), ignored)
        .files();
  }

  @Test
  void aFolderIsKnownWithTheFilesRightInIt() {
    assertThat(
            known(
                files(
                    "containers/README.md",
                    "containers/a/Dockerfile",
                    "containers/a/src/x",
                    "containers/a/z",
                    "containers/b/default.nix",
                    "containers/c/src/deep/x"),
                Set.of(),
                Set.of()))
        .isEqualTo(
            Map.of(
                "containers/a", List.of("Dockerfile", "z"),
                "containers/b", List.of("default.nix"),
                "containers/c", List.of()));
  }

  /** The index is sorted by whole paths, so that {@code a-b/x} stands before {@code a/x}. */
  @Test
  void namesThatBeginAlikeAreFoldersOfTheirOwn() {
    assertThat(
            known(
                files("containers/a-b/x", "containers/a.c/y", "containers/a/z", "containers/ab/w"),
                Set.of(),
                Set.of()))
        .isEqualTo(
            Map.of(
                "containers/a-b", List.of("x"),
                "containers/a.c", List.of("y"),
                "containers/a", List.of("z"),
                "containers/ab", List.of("w")));
  }

  @ParameterizedTest(name = "where {0} differs, {1} is known")
  @CsvSource(
      delimiter = '|',
      value = {
        "containers/a/Dockerfile | containers/b",
        "containers/a/new        | containers/b",
        "containers/a            | containers/b",
        "containers              | ''",
        "containers/c            | containers/a containers/b",
        "other                   | containers/a containers/b"
      })
  void aFolderInWhichSomethingDiffersIsNotKnown(String differs, String expected) {
    List<Index.Entry> listed = files("containers/a/Dockerfile", "containers/b/Dockerfile");
    List<String> folders = expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1));

    assertThat(known(listed, Set.of(differs), Set.of()).keySet())
        .containsExactlyInAnyOrderElementsOf(folders);
    assertThat(known(listed, Set.of(), Set.of(differs)).keySet())
        .as("ignored")
        .containsExactlyInAnyOrderElementsOf(folders);
  }

  /** A link leads elsewhere, and a name may be known to the disk by other bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"containers/a/ü", "containers/a/x y", "containers/a/\u007f", "containers/a/sub/é"})
  void aFolderWithANameThatIsNotPlainIsNotKnown(String path) {
    assertThat(
            known(files("containers/a/Dockerfile", path, "containers/b/~!x"), Set.of(), Set.of()))
        .isEqualTo(Map.of("containers/b", List.of("~!x")));
  }

  @Test
  void aFolderWithALinkOrAnotherRepositoryIsNotKnown() {
    List<Index.Entry> listed =
        List.of(
            new Index.Entry("containers/a/Dockerfile", true),
            new Index.Entry("containers/a/link", false),
            new Index.Entry("containers/b/sub/module", false),
            new Index.Entry("containers/c/Dockerfile", true));

    assertThat(known(listed, Set.of(), Set.of()).keySet()).containsExactly("containers/c");
  }

  @Test
  void belowTheTopOfTheWorkingTreePathsStartAtTheRoot() {
    assertThat(
            IndexedFolders.unchanged(
                    files(
                        "sub/containers/a/Dockerfile",
                        "sub/containers/b/Dockerfile",
                        "sub/containers/c/Dockerfile"),
                    "sub/",
                    "containers",
                    new Changes.Files(Set.of("containers/b/x")),
                    Set.of("sub/containers/c/y", "containers/a/z"))
                .files())
        .isEqualTo(Map.of("containers/a", List.of("Dockerfile")));
  }
}
