package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the table in docs/scope.md. */
class ScopeTableTest {

  @TempDir Path folder;

  @Test
  void allThatWasAskedForNeedsNoGit() {
    ScopedCheckout checkout = TestRepository.at(folder).examine(Mode.ALL, Map.of("PATH", ""));

    assertThat(checkout.scope().reason()).isEqualTo(Reason.REQUESTED);
    assertThat(checkout.scope().mode()).isEqualTo(Mode.ALL);
    assertThat(checkout.scope().base()).isEqualTo(new Base.None());
    assertThat(checkout.gaps()).isEmpty();
  }

  @Test
  void whatIsCommittedStagedUnstagedOrUntrackedIsTouched() {
    TestRepository repository =
        TestRepository.onMain(folder).write("d", "1").write("s", "1").commit("more");
    String base = repository.head();
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.write("containers/a/Dockerfile", "committed").commit("second");
    repository.write("s", "staged");
    repository.git("add", "s");
    repository.write("d", "unstaged").write("containers/new/Dockerfile", "untracked");

    Scope scope = repository.scope();

    assertThat(touched(scope))
        .containsExactlyInAnyOrder(
            "containers/a/Dockerfile", "s", "d", "containers/new/Dockerfile");
    assertThat(scope.base()).isEqualTo(new Base.Branch("refs/heads/main", base));
    assertThat(scope.detail())
        .isEqualTo("4 files have changed since refs/heads/main at " + base.substring(0, 10));
  }

  @Test
  void ignoredFilesAreNotTouched() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write(".gitignore", "target/\n").write("target/x", "x");

    assertThat(touched(repository.scope())).containsExactly(".gitignore");
  }

  @Test
  void whatTheBaseAloneHasChangedIsNotTouched() {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("f");
    repository.git("checkout", "--quiet", "main");
    repository.write("containers/a/Dockerfile", "2").commit("theirs");
    repository.git("checkout", "--quiet", "feature");

    assertThat(touched(repository.scope())).containsExactly("f");
  }

  @Test
  void aStagedChangeThatIsUndoneOnDiskIsTouched() {
    TestRepository repository = TestRepository.onFeature(folder).write("pom.txt", "1");
    repository.commit("own");
    repository.write("containers/a/Dockerfile", "2");
    repository.git("add", "--all");
    repository.write("containers/a/Dockerfile", "ARG CONTAINER_APP_VERSION=1\n");

    assertThat(touched(repository.scope()))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "pom.txt");
  }

  @Test
  void aCommittedChangeThatIsUndoneInIndexAndOnDiskIsTouched() {
    TestRepository repository =
        TestRepository.onFeature(folder).write("containers/a/Dockerfile", "2").commit("own");
    repository.git("checkout", "--quiet", "main", "--", "containers/a/Dockerfile");

    assertThat(touched(repository.scope())).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aFileThatWasOnlyTouchedByTheClockIsNot() throws Exception {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("f");
    Files.setLastModifiedTime(
        folder.resolve("containers/a/Dockerfile"), FileTime.fromMillis(1_000_000_000_000L));

    assertThat(touched(repository.scope())).containsExactly("f");
  }

  @Test
  void deletedAndRenamedFoldersAreTouchedUnderBothNames() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.git("mv", "containers/a", "containers/c");
    repository.commit("rename");
    repository.delete("containers/b/Dockerfile");

    assertThat(touched(repository.scope()))
        .containsExactlyInAnyOrder(
            "containers/a/Dockerfile", "containers/c/Dockerfile", "containers/b/Dockerfile");
  }

  @Test
  void onTheBaseBranchEverythingIsChecked() {
    TestRepository repository = TestRepository.onMain(folder);

    Scope clean = repository.scope();
    assertAll(clean, Reason.ON_BASE);
    assertThat(clean.base()).isEqualTo(new Base.Branch("refs/heads/main", repository.head()));
    assertThat(clean.detail())
        .isEqualTo("main is the base branch itself, so there is nothing to compare with");

    repository.write("containers/a/Dockerfile", "2");
    assertAll(repository.scope(), Reason.ON_BASE);
  }

  @Test
  void aNewBranchThatDiffersInNothingIsCheckedAsAWhole() {
    TestRepository repository = TestRepository.onFeature(folder);

    Scope scope = repository.scope();
    assertAll(scope, Reason.ON_BASE);
    assertThat(scope.detail()).startsWith("nothing differs from refs/heads/main");

    repository.write("containers/a/Dockerfile", "2");
    assertThat(touched(repository.scope())).containsExactly("containers/a/Dockerfile");
  }

  /**
   * A detached HEAD may be a push to main that CI has checked out; a commit is pushed to nowhere.
   */
  @Test
  void aDetachedHeadIsOnTheBaseWhereThatIsABranch() throws ScopeException {
    TestRepository repository = TestRepository.onMain(folder);
    repository.git("checkout", "--quiet", "--detach");
    repository.write("containers/a/Dockerfile", "2");

    assertAll(repository.scopeSince("main"), Reason.ON_BASE);
    assertThat(touched(repository.scopeSince(repository.head())))
        .containsExactly("containers/a/Dockerfile");
  }

  @Test
  void theInventoryTouchesAll() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write("pom.xml", "<project></project>").write(TestRepository.INVENTORY, "x: y");

    Scope scope = repository.scope();
    assertAll(scope, Reason.INVENTORY_CHANGED);
    assertThat(scope.detail()).startsWith("service-versions.yaml has changed since");
    assertThat(repository.scope().base())
        .isEqualTo(new Base.Branch("refs/heads/main", repository.head()));
  }

  @Test
  void anInventoryThatIsALinkTouchesAllByWhatItLeadsTo() throws Exception {
    TestRepository repository = TestRepository.onMain(folder).write("config/i.yaml", "1");
    repository.delete(TestRepository.INVENTORY);
    Files.createSymbolicLink(folder.resolve(TestRepository.INVENTORY), Path.of("config/i.yaml"));
    repository.commit("link");
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.write("config/i.yaml", "2");

    assertAll(repository.scope(), Reason.INVENTORY_CHANGED);
  }

  @Test
  void aConfiguringPomTouchesAllAndAnotherDoesNot() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write("other/pom.xml", "<project/>").commit("another module");
    assertThat(touched(repository.scope())).containsExactly("other/pom.xml");

    repository.write("pom.xml", "<project></project>").commit("second");
    Scope scope = repository.scope();
    assertAll(scope, Reason.CONFIGURATION_CHANGED);
    assertThat(scope.detail()).startsWith("pom.xml has changed since");
  }

  @Test
  void withoutABaseEverythingIsCheckedAndToldWhy() {
    TestRepository repository = TestRepository.onFeature(folder).commit("second");
    repository.git("branch", "--quiet", "-D", "main");

    Scope scope = repository.scope();
    assertAll(scope, Reason.NO_BASE);
    assertThat(scope.detail())
        .isEqualTo(
            "this clone has no branch to compare with: looked for main and the default branch of"
                + " a remote; in CI, check out with fetch-depth: 0");
  }

  @Test
  void unrelatedHistoriesHaveNoMergeBase() {
    TestRepository repository = TestRepository.onMain(folder);
    repository.git("checkout", "--quiet", "--orphan", "fresh");
    assertAll(repository.scope(), Reason.NO_COMMIT);

    repository.commit("another first");
    Scope scope = repository.scope();
    assertAll(scope, Reason.NO_MERGE_BASE);
    assertThat(scope.detail())
        .isEqualTo(
            "HEAD and refs/heads/main have no commit in common; in CI, check out with"
                + " fetch-depth: 0");
  }

  @Test
  void beforeTheFirstCommitEverythingIsChecked() {
    TestRepository repository = TestRepository.init(folder).write("f", "1");

    assertAll(repository.scope(), Reason.NO_COMMIT);
    repository.git("add", "f");
    assertAll(repository.scope(), Reason.NO_COMMIT);
  }

  @Test
  void outsideOfARepositoryEverythingIsChecked() {
    TestRepository plain = TestRepository.at(folder);
    Map<String, String> bounded =
        TestRepository.environment("GIT_CEILING_DIRECTORIES", folder.getParent().toString());

    Scope scope = plain.scope(bounded);
    assertAll(scope, Reason.NO_GIT);
    assertThat(scope.detail()).startsWith("not a git repository");
  }

  @Test
  void aDamagedRepositoryIsNoEmptyOne() {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write(".git/index", "no index");

    Scope scope = repository.scope();
    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).contains("index file");
  }

  @Test
  void aRepositoryOfSomebodyElseStopsWithGitsOwnRemedy() {
    TestRepository repository = TestRepository.onFeature(folder);
    Map<String, String> other =
        TestRepository.environment("GIT_TEST_ASSUME_DIFFERENT_OWNER", "true");

    assertThatThrownBy(() -> new GitScope().examine(repository.request(Mode.CHANGED, "", other)))
        .isInstanceOf(ScopeException.class)
        .hasMessageContaining("git config --global --add safe.directory " + folder);
  }

  @Test
  void pathsOfARequestAreWrittenAsGitWritesThem() {
    ScopeRequest request =
        new ScopeRequest(
            folder,
            Mode.ALL,
            "",
            ContainerLayout.childrenOf("x/y"),
            List.of(),
            "./i",
            List.of("pom.xml", "a/../b/pom.xml"),
            Map.of());

    assertThat(request.inventoryFile()).isEqualTo("i");
    assertThat(request.configurationFiles()).containsExactly("pom.xml", "b/pom.xml");
  }
}
