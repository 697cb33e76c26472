package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For which folders the index takes the place of the disk: those in which nothing differs, where
 * git has looked at every file.
 */
class TrackedFoldersTest {

  private static final FolderSnapshot OWN_CONTAINER =
      FolderSnapshot.of(
          root ->
              TestRepository.onFeature(root)
                  .write("containers/c/Dockerfile", "1")
                  .write("sub/containers/d/Dockerfile", "1")
                  .commit("own"));

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void startWithAContainerOfTheBranch() {
    OWN_CONTAINER.copyTo(folder);
    repository = TestRepository.at(folder);
  }

  private static Map<String, List<String>> tracked(TestRepository repository) {
    return repository.examine(Mode.CHANGED, TestRepository.environment()).tracked().files();
  }

  @Test
  void theIndexTellsTheFilesOfFoldersThatAreAsInTheBase() {
    assertThat(tracked(repository))
        .isEqualTo(
            Map.of("containers/a", List.of("Dockerfile"), "containers/b", List.of("Dockerfile")));

    repository.write("containers/b/untracked", "1");
    assertThat(tracked(repository)).containsOnlyKeys("containers/a");
  }

  @Test
  void belowTheTopTheyAreThoseOfTheRoot() {
    repository.git("checkout", "--quiet", "-b", "next");
    repository.git("update-ref", "refs/heads/main", "next");
    TestRepository below = TestRepository.at(folder.resolve("sub"));
    below.write("f", "1");

    assertThat(tracked(below)).containsOnlyKeys("containers/d");
  }

  /** Then a file may be another than the index says, or be missing, without a word of git. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update-index --assume-unchanged pom.xml",
        "update-index --skip-worktree pom.xml",
        "sparse-checkout set --cone containers"
      })
  void whereGitDoesNotLookAtEveryFileTheDiskIsAsked(String command) {
    repository.git(command.split(" "));

    assertThat(tracked(repository)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkout --quiet main", "rm --quiet --cached pom.xml"})
  void whereEverythingIsCheckedTheDiskIsAsked(String command) {
    repository.git(command.split(" "));

    assertThat(tracked(repository)).isEmpty();
  }

  @Test
  void whereGlobsSayWhatIsAContainerTheDiskIsAsked() throws ScopeException {
    ContainerLayout globs =
        ContainerLayout.matching(List.of(FolderGlob.of("containers/*"), FolderGlob.of("*/x")));
    ScopeRequest request =
        new ScopeRequest(
            folder,
            Mode.CHANGED,
            "",
            globs,
            List.of("Dockerfile"),
            "",
            List.of(),
            TestRepository.environment());

    assertThat(new GitScope().examine(request).tracked().files()).isEmpty();
  }
}
