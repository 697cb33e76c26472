package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
  @CsvSource({
    "CHANGED, --assume-unchanged, HIDDEN_BY_ASSUME_UNCHANGED",
    "CHANGED, --skip-worktree, HIDDEN_BY_SKIP_WORKTREE",
    "ALL, --assume-unchanged, HIDDEN_BY_ASSUME_UNCHANGED",
    "ALL, --skip-worktree, HIDDEN_BY_SKIP_WORKTREE",
  })
  void oneThatIsRemovedIsAGapOfItsOwnKind(Mode mode, String bit, Kind kind) {
    TestRepository repository = TestRepository.onFeature(folder).write(FILE, "2").commit("own");
    repository.git("update-index", bit, FILE);
    repository.delete(FILE);

    assertThat(repository.examine(mode, TestRepository.environment()).gaps())
        .containsExactly(new CheckoutGap(kind, FILE));
  }

  @Test
  void oneThatIsRemovedIsAGapAlsoWhereNothingIsCompared() {
    CheckoutGap gap = new CheckoutGap(Kind.HIDDEN_BY_SKIP_WORKTREE, FILE);
    TestRepository repository = TestRepository.onMain(folder);
    repository.git("update-index", "--skip-worktree", FILE);
    repository.delete(FILE).delete("containers/a");
    ScopedCheckout onBase = repository.examine(Mode.CHANGED, TestRepository.environment());
    repository.git("branch", "--quiet", "-m", "other");
    ScopedCheckout noBase = repository.examine(Mode.CHANGED, TestRepository.environment());

    assertAll(onBase.scope(), Reason.ON_BASE);
    assertAll(noBase.scope(), Reason.NO_BASE);
    assertThat(onBase.gaps()).containsExactly(gap);
    assertThat(noBase.gaps()).containsExactly(gap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--split-index", "--untracked-cache", "--force-untracked-cache"})
  void anIndexOfAnotherFormHidesNothing(String form) {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("own");
    repository.git("update-index", form);
    assertThat(touched(repository.scope())).containsExactly("f");

    repository.git("update-index", "--skip-worktree", FILE);
    repository.write(FILE, "2");
    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", FILE);
    repository.delete(FILE);
    assertThat(repository.examine(Mode.ALL, TestRepository.environment()).gaps()).hasSize(1);
  }

  @Test
  void aFileThatIsOnlyMeantToBeAddedIsTouched() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write("containers/new/Dockerfile", "1").git("add", "-N", ".");

    assertThat(touched(repository.scope())).containsExactly("containers/new/Dockerfile");
  }

  @Test
  void whatAllUpdatesAreToldToHideIsTouched() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.git("config", "core.ignoreStat", "true");
    repository.write(FILE, "2").commit("own").write(FILE, "3");

    Scope scope = repository.scope();
    // Files of the same second as the index are updated, and hidden, too: then all is checked.
    assertThat(scope.reason()).isIn(Scope.Reason.BASE, Scope.Reason.INVENTORY_CHANGED);
    if (scope.reason() == Scope.Reason.BASE) {
      assertThat(touched(scope)).containsExactly(FILE);
    }
  }

  /** Same length, same time of change: with these settings the time is all that git looks at. */
  @Test
  void aFileOfTheSameTimeAndSizeIsTouched() throws Exception {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("own");
    repository.git("config", "core.trustctime", "false");
    repository.git("config", "core.checkStat", "minimal");
    Path file = folder.resolve(FILE);
    FileTime past = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, past);
    repository.git("update-index", "--refresh");
    // Git compares the time of the change of the inode by the second.
    Thread.sleep(1100);
    repository.write(FILE, "ARG CONTAINER_APP_VERSION=2\n");
    Files.setLastModifiedTime(file, past);
    assertThat(repository.git("status", "--porcelain")).isEmpty();

    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", FILE);
  }

  @Test
  void aFolderThatDiffersFromAnotherInCaseOnlyIsTouched() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.git("config", "core.ignoreCase", "true");
    repository.write("containers/A/Dockerfile", "ARG CONTAINER_APP_VERSION=1\n");

    assertThat(touched(repository.scope())).contains("containers/A/Dockerfile");
  }

  @Test
  void aWorkingTreeElsewhereSaysNothingOfTheRoot() throws IOException {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.write("f", "1").commit("own").write(FILE, "2");
    Files.createDirectories(folder.resolve("r2"));
    repository.git("config", "core.worktree", folder.resolve("r2").toString());

    assertThat(repository.scope().changes()).isEqualTo(new Changes.Everything());
  }

  @Test
  void whatIsLeftOfAnotherBranchIsNotTouched() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write(".gitignore", "__pycache__/\n").commit("own");
    repository.write("containers/old/__pycache__/x", "1");

    assertThat(touched(repository.scope())).containsExactly(".gitignore");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "Dockerfile", "/containers/new/*", "/containers/new"})
  void aBuildFileThatIsIgnoredIsTouched(String pattern) {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("own");
    repository.write(".git/info/exclude", pattern);
    repository.write("containers/new/Dockerfile", "1").write("containers/new/x", "1");

    assertThat(new Changes.Files(touched(repository.scope())).touch("containers/new")).isTrue();
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

  /** Every spelling that git itself follows: it runs the filter where nothing overrules it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[filter.X]              | config | * filter=x",
        "[filter \"X\"]          | config | * filter=X",
        "[include] path = more#  | more   | * filter=y",
        "[include] path = \"a #\" | a #    | * filter=y"
      })
  void aFilterIsNotRunHoweverItIsConfigured(String text, String file, String attributes)
      throws IOException {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    Path ran = folder.resolve("ran");
    String clean = "\n\tclean = touch '" + ran + "'; cat\n";
    repository.write(".gitattributes", attributes).commit("own");
    String config = repository.read(".git/config");
    if (file.equals("config")) {
      repository.write(".git/config", config + text + clean.replace(";", "&&"));
    } else {
      repository.write(".git/config", config + text + "\n");
      repository.write(".git/" + file, "[filter \"y\"]" + clean.replace(";", "&&"));
    }
    repository.write(FILE, "ARG CONTAINER_APP_VERSION=2\n");
    repository.git("status");
    assertThat(ran).exists();
    Files.delete(ran);

    assertThat(touched(repository.scope())).contains(FILE);
    assertThat(ran).doesNotExist();
  }

  /** A repository that would run a command on the changed file in it, if git looked at that. */
  private Path withFilter(TestRepository module) throws IOException {
    Path ran = folder.resolve("ran");
    module.write(".git/info/attributes", "* filter=x\n");
    module.git("config", "filter.x.clean", "touch '" + ran + "'; cat");
    module.write(FILE, "ARG CONTAINER_APP_VERSION=2\n");
    return ran;
  }

  private static void assertTouchedAndNotRun(TestRepository outer, Path ran) {
    assertThat(touched(outer.scope())).containsExactly("containers/module");
    assertThat(ran).doesNotExist();
    outer.git("status");
    assertThat(ran).exists();
  }

  @Test
  void aFilterOfASubmoduleWhoseGitFolderIsElsewhereIsNotRun() throws IOException {
    TestRepository outer = TestRepository.onFeature(folder.resolve("r"));
    TestRepository module = TestRepository.onMain(outer.root.resolve("containers/module"));
    outer.commit("submodule");
    Path ran = withFilter(module);
    Files.move(module.root.resolve(".git"), folder.resolve("apart"));
    module.write(".git", "gitdir: ../../../apart\n");

    assertTouchedAndNotRun(outer, ran);
  }

  @Test
  void aFilterOfASubmoduleWithItsOwnGitFolderIsNotRun() throws IOException {
    TestRepository outer = TestRepository.onFeature(folder.resolve("r"));
    TestRepository module = TestRepository.onMain(outer.root.resolve("containers/module"));
    outer.commit("submodule");

    assertTouchedAndNotRun(outer, withFilter(module));
  }

  @Test
  void aFilterOfASubmoduleInASubmoduleIsNotRun() throws IOException {
    TestRepository outer = TestRepository.onFeature(folder.resolve("r"));
    TestRepository module = TestRepository.onMain(outer.root.resolve("containers/module"));
    TestRepository inner = TestRepository.onMain(module.root.resolve("inner"));
    module.commit("submodule");
    outer.commit("submodule");

    assertTouchedAndNotRun(outer, withFilter(inner));
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
