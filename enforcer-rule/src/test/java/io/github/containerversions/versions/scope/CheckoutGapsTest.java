package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.model.CheckoutGap.Kind.OUTSIDE_SPARSE_CHECKOUT;
import static io.github.containerversions.versions.model.CheckoutGap.Kind.UNINITIALISED_SUBMODULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sparse checkouts and submodules that nobody initialised. */
class CheckoutGapsTest {

  @TempDir Path folder;

  private static List<CheckoutGap> gaps(TestRepository repository) {
    List<CheckoutGap> gaps = repository.examine(Mode.CHANGED, TestRepository.environment()).gaps();
    assertThat(repository.examine(Mode.ALL, TestRepository.environment()).gaps())
        .as("gaps do not depend on the mode")
        .isEqualTo(gaps);
    return gaps;
  }

  private TestRepository sparse(String... patterns) {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.write("containers/.hidden/Dockerfile", "1").write("containers/README.md", "1");
    repository.write("containers/b/docs/x", "1").write("containers/b/default.nix", "1");
    repository.write("containers/a/notes", "1").commit("own");
    String[] words = new String[patterns.length + 2];
    words[0] = "sparse-checkout";
    words[1] = "set";
    System.arraycopy(patterns, 0, words, 2, patterns.length);
    repository.git(words);
    return repository;
  }

  @Test
  void aContainerOutsideASparseCheckoutIsKnownThoughItIsNotOnDisk() {
    TestRepository repository = sparse("--cone", "containers/a");

    assertThat(repository.root.resolve("containers/b")).doesNotExist();
    assertThat(gaps(repository))
        .containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b"));
  }

  @Test
  void soAreAllOfThem() {
    assertThat(gaps(sparse("--cone", "elsewhere")))
        .containsExactly(
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/a"),
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b"));
  }

  @Test
  void aBuildFileThatIsLeftOutIsAGapAndOtherFilesAreNone() {
    TestRepository repository =
        sparse("--no-cone", "/containers/a/Dockerfile", "/containers/b/Dockerfile");

    assertThat(gaps(repository))
        .containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b/default.nix"));
  }

  @Test
  void whatIsDeletedIsNoGap() {
    TestRepository repository = sparse("--cone", "containers/a");
    repository.delete("containers/a/Dockerfile").delete("containers/a/notes");
    repository.delete("containers/a");

    assertThat(gaps(repository))
        .containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b"));
  }

  @Test
  void aSparseCheckoutThatIsOverLeavesNoGap() {
    TestRepository repository = sparse("--cone", "containers/a");
    repository.git("sparse-checkout", "disable");

    assertThat(gaps(repository)).isEmpty();
  }

  @Test
  void aLinkedWorktreeHasAGapOfItsOwn() {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.git("worktree", "add", "--quiet", "-b", "other", "../linked");
    TestRepository linked = TestRepository.at(folder.resolve("linked"));
    linked.git("sparse-checkout", "set", "--cone", "containers/a");

    assertThat(gaps(linked))
        .containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b"));
    assertThat(gaps(repository)).isEmpty();
  }

  @Test
  void theHookVariableTellsWhereTheRepositoryIs() throws Exception {
    TestRepository repository = sparse("--cone", "containers/a");
    Path apart = folder.resolve("apart");
    Files.move(repository.root.resolve(".git"), apart);
    Map<String, String> environment = TestRepository.environment("GIT_DIR", apart.toString());

    assertThat(repository.examine(Mode.ALL, environment).gaps()).hasSize(1);
  }

  @Test
  void aRootBelowTheTopHasItsOwnGaps() {
    TestRepository top = TestRepository.init(folder.resolve("r"));
    top.write("sub/containers/a/Dockerfile", "1").write("sub/containers/b/Dockerfile", "1");
    top.write("containers/c/Dockerfile", "1").commit("first");
    top.git("sparse-checkout", "set", "--cone", "sub/containers/a");

    assertThat(gaps(TestRepository.at(top.root.resolve("sub"))))
        .containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b"));
  }

  private TestRepository withSubmodule(String path) {
    TestRepository library = TestRepository.onMain(folder.resolve("library"));
    TestRepository origin = TestRepository.init(folder.resolve("origin"));
    origin.write("f", "1");
    origin.git("submodule", "--quiet", "add", "file://" + library.root, path);
    origin.commit("first");
    return TestRepository.clone(origin, folder.resolve("clone"));
  }

  @Test
  void aContainerMayBeASubmoduleThatIsNotInitialised() {
    TestRepository clone = withSubmodule("containers/module");
    assertThat(clone.root.resolve("containers/module")).isEmptyDirectory();

    assertThat(gaps(clone))
        .containsExactly(new CheckoutGap(UNINITIALISED_SUBMODULE, "containers/module"));

    clone.git("submodule", "--quiet", "update", "--init");
    assertThat(gaps(clone)).isEmpty();
  }

  @Test
  void allContainersMayLieInASubmoduleThatIsNotInitialised() {
    TestRepository clone = withSubmodule("containers");

    assertThat(gaps(clone)).containsExactly(new CheckoutGap(UNINITIALISED_SUBMODULE, "containers"));
  }

  @Test
  void aSubmoduleElsewhereIsNoGap() {
    TestRepository clone = withSubmodule("vendor/library");
    clone.write("containers/a/Dockerfile", "1");
    clone.root.resolve("containers/empty").toFile().mkdir();

    assertThat(gaps(clone)).isEmpty();
  }

  @Test
  void aSubmoduleThatIsDeletedIsNoGap() {
    TestRepository clone = withSubmodule("containers/module");
    clone.delete("containers/module");

    assertThat(gaps(clone)).isEmpty();
  }

  @Test
  void gapsAreKnownAlsoWhereThereIsNoBase() {
    TestRepository clone = withSubmodule("containers/module");
    clone.git("checkout", "--quiet", "--detach");
    clone.git("update-ref", "-d", "refs/heads/main");
    clone.git("remote", "remove", "origin");
    ScopedCheckout checkout = clone.examine(Mode.CHANGED, TestRepository.environment());

    assertThat(checkout.scope().reason()).isEqualTo(Reason.NO_BASE);
    assertThat(checkout.gaps()).hasSize(1);
  }

  @Test
  void withoutGitOrACommitThereIsNoMoreToKnow() {
    TestRepository fresh = TestRepository.init(folder.resolve("fresh"));
    fresh.write(".gitmodules", "");
    assertThat(gaps(fresh)).isEmpty();

    TestRepository torn = TestRepository.at(folder.resolve("torn"));
    torn.write(".git", "gitdir: /nonexistent\n").write(".gitmodules", "");
    assertThat(gaps(torn)).isEmpty();
  }
}
