package io.github.containerversions.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders a glob matches, and what they are called. */
class FolderGlobTest {
  @TempDir private Path root;

  @ParameterizedTest(name = "{0} calls {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps/*                | apps/web                 | web
          apps/*                | apps/Web.2               | Web.2
          */src/main/docker     | server/src/main/docker   | server
          */*                   | apps/web                 | apps/web
          */docker/*            | media/docker/jellyfin    | media/jellyfin
          app-*                 | app-web                  | web
          app-*                 | app-                     | app-
          app-??                | app-db                   | db
          *-v*                  | web-v2                   | web/2
          {apps,images}/*       | images/web               | images/web
          {apps,images/*        |                          |
          tools/builder         | tools/builder            | builder
          {a*,b}/c              | a1/c                     | a1
          .docker/*             | .docker/web              | web
          a+b/*                 | a+b/c                    | c
          é😀-*                 | é😀-x                    | x
          """)
  void aFolderIsCalledByWhatTheWildcardsMatch(String glob, String folder, String name) {
    if (folder == null) {
      assertThatThrownBy(() -> FolderGlob.of(glob)).isInstanceOf(IllegalArgumentException.class);
    } else {
      assertThat(FolderGlob.of(glob).nameOf(folder)).contains(name);
    }
  }

  @ParameterizedTest(name = "{0} does not match {1}")
  @CsvSource({
    "apps/*, apps",
    "apps/*, apps/web/docker",
    "apps/*, images/web",
    "apps/*, apps/.cache",
    "*, .git",
    "'{.git,a}', .git",
    ".git/*, .git/hooks",
    "apps?*, apps",
    "?eb, 'web2'",
    "a.b/*, axb/c",
    "*/docker, web/Docker"
  })
  void aFolderOfAnotherDepthOrNameIsNotMatched(String glob, String folder) {
    assertThat(FolderGlob.of(glob).nameOf(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "../*", "/apps/*", "apps//*", "apps/", "**", "apps/**", "a}", "{a/b}"})
  void aGlobOfNoFixedDepthBelowTheRootIsRefused(String glob) {
    assertThatThrownBy(() -> FolderGlob.of(glob))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(glob);
  }

  @Test
  void theChildrenOfAFolderAreMatchedWhateverTheFolderIsCalled() {
    assertThat(FolderGlob.childrenOf("{a}/*b").nameOf("{a}/*b/web")).contains("web");
    assertThat(FolderGlob.childrenOf("{a}/*b").nameOf("a/xb/web")).isEmpty();
    assertThat(FolderGlob.childrenOf("").nameOf("web")).contains("web");
  }

  @Test
  void aFolderOnTheWayIsKnown() {
    FolderGlob glob = FolderGlob.of("apps/*/docker");

    assertThat(glob.leadsThrough("apps")).isTrue();
    assertThat(glob.leadsThrough("apps/web")).isTrue();
    assertThat(glob.leadsThrough("apps/web/docker")).isFalse();
    assertThat(glob.leadsThrough("images")).isFalse();
    assertThat(glob.liesIn("apps")).isTrue();
    assertThat(glob.liesIn("apps/web")).isFalse();
  }

  @Test
  void foldersAreFoundOnTheDisk() throws IOException {
    for (String folder :
        new String[] {"a/docker", "b/docker", "c", ".hidden/docker", ".git/docker"}) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(Files.createDirectories(root.resolve("d")).resolve("docker"), "a file");

    assertThat(FolderGlob.of("*/docker").below(root, "").folders())
        .containsExactlyInAnyOrder("a/docker", "b/docker");
    assertThat(FolderGlob.of("*/docker").below(root, "b").folders()).containsExactly("b/docker");
    assertThat(FolderGlob.of("*/docker").below(root, "c").folders()).isEmpty();
  }

  @Test
  void aLinkIsFollowedWithinTheRootAndNotOutOfIt(@TempDir Path outside) throws IOException {
    Files.createDirectories(root.resolve("apps/web"));
    Files.createDirectories(outside.resolve("secret"));
    Files.createDirectories(root.resolve(".git/modules"));
    Files.createSymbolicLink(root.resolve("again"), root.resolve("apps"));
    Files.createSymbolicLink(root.resolve("out"), outside);
    Files.createSymbolicLink(root.resolve("gits"), root.resolve(".git"));

    FolderGlob.Found found = FolderGlob.of("*/*").below(root, "");

    assertThat(found.folders()).containsExactlyInAnyOrder("apps/web", "again/web");
    assertThat(found.leaving()).containsExactlyInAnyOrder("out", "gits");
  }
}
