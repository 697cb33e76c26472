package io.github.containerversions.scope;

import static io.github.containerversions.scope.TestRepository.assertAll;
import static io.github.containerversions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.model.Scope.Mode;
import io.github.containerversions.model.Scope.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git is silent about never narrows the scope. */
class HiddenChangesTest {

  private static final String FILE = "containers/a/Dockerfile";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "--assume-unchanged, 2",
    "--assume-unchanged, 4",
    "--skip-worktree, 3",
    "--skip-worktree, 4"
  })
  void aFileThatGitWasAskedNotToLookAtIsTouched(String bit, String version) {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("own");
    repository.git("update-index", "--index-version", version, bit, FILE);
    repository.write(FILE, "2");

    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
  void oneThatIsRemovedIsAGap(String bit) {
    TestRepository repository = TestRepository.onFeature(folder).write(FILE, "2").commit("own");
    repository.git("update-index", bit, FILE);
    repository.delete(FILE).delete("containers/a");

    assertThat(repository.examine(Mode.CHANGED, TestRepository.environment()).gaps()).hasSize(1);
  }

  @Test
  void aContainerThatIsIgnoredIsTouched() {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("own");
    repository.write(".git/info/exclude", "/containers/new\n");
    repository.write("containers/new/Dockerfile", "1");

    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", "containers/new");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRootThatAnOuterRepositoryIgnoresHasNoScope(boolean emptyGitFolder) throws IOException {
    TestRepository outer = TestRepository.onFeature(folder);
    outer.write(".gitignore", "inner\n").commit("own").write("inner/" + FILE, "1");
    if (emptyGitFolder) {
      Files.createDirectory(folder.resolve("inner/.git"));
    }

    assertAll(TestRepository.at(folder.resolve("inner")).scope(), Reason.NO_GIT);
  }

  @Test
  void aReplacedBaseIsNotFollowed() {
    TestRepository repository = TestRepository.onFeature(folder).write(FILE, "2").commit("own");
    repository.git("replace", "main", "feature");

    assertThat(touched(repository.scope())).containsExactly(FILE);
  }

  @Test
  void aFilterOfTheRepositoryIsNotRun() throws IOException {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    Path ran = folder.resolve("ran");
    repository.write(".gitattributes", "* filter=x\n").commit("own");
    repository.git("config", "filter.x.clean", "touch '" + ran + "'; cat");
    repository.write(FILE, "ARG CONTAINER_APP_VERSION=2\n");
    repository.git("status");
    assertThat(ran).exists();
    Files.delete(ran);

    assertThat(touched(repository.scope())).contains(FILE);
    assertThat(ran).doesNotExist();
  }

  @Test
  void aSettingHidesNoFileInASubmodule() {
    TestRepository library = TestRepository.onMain(folder.resolve("library"));
    TestRepository outer = TestRepository.onMain(folder.resolve("outer"));
    outer.git("submodule", "--quiet", "add", "file://" + library.root, "containers/module");
    outer.commit("submodule").git("checkout", "--quiet", "-b", "feature");
    TestRepository module = TestRepository.at(outer.root.resolve("containers/module"));
    module.git("config", "status.showUntrackedFiles", "no");
    module.write("new", "1");

    assertThat(touched(outer.scope())).containsExactly("containers/module");
  }

  @Test
  void whatGitSaysOnItsNextLineIsKept() {
    GitFailure failure = GitFailure.exited("x", 128, "fatal: unknown extension found:\n\n\tnoop\n");

    assertThat(failure.line()).isEqualTo("unknown extension found: noop");
  }
}
