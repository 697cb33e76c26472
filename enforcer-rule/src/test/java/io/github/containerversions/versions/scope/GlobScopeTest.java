package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.model.CheckoutGap.Kind.OUTSIDE_SPARSE_CHECKOUT;
import static io.github.containerversions.versions.model.CheckoutGap.Kind.UNINITIALISED_SUBMODULE;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scope and the gaps where globs say which folders are containers. */
class GlobScopeTest {
  private static final List<String> BUILD_FILES = List.of("Dockerfile", "default.nix");

  @TempDir Path folder;

  private static ScopedCheckout examine(TestRepository repository, Mode mode, String... globs) {
    ContainerLayout layout =
        ContainerLayout.matching(Stream.of(globs).map(FolderGlob::of).toList());
    try {
      return new GitScope()
          .examine(
              new ScopeRequest(
                  repository.root,
                  mode,
                  "",
                  layout,
                  BUILD_FILES,
                  TestRepository.INVENTORY,
                  List.of("pom.xml"),
                  TestRepository.environment()));
    } catch (ScopeException e) {
      throw new AssertionError(e);
    }
  }

  private TestRepository apps() {
    return TestRepository.onFeature(folder.resolve("r"))
        .write("apps/web/docker/Dockerfile", "1")
        .write("apps/db/docker/Dockerfile", "1")
        .write("apps/notes/README.md", "1")
        .commit("apps");
  }

  @Test
  void aContainerIsInScopeWhereAFileInItsFolderHasChanged() {
    TestRepository repository = apps();
    repository.git("checkout", "--quiet", "main");
    repository.git("merge", "--quiet", "feature");
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write("apps/web/docker/run.sh", "changed");
    repository.write("apps/db/README.md", "beside its folder");

    Scope scope = examine(repository, Mode.CHANGED, "apps/*/docker").scope();

    ScopeFilter filter = new ScopeFilter(scope, repository.root);
    Container web = new Container("web", "apps/web/docker", "web", List.of("Dockerfile"));
    Container db = new Container("db", "apps/db/docker", "db", List.of("Dockerfile"));
    assertThat(filter.covers(web, Set::of)).isTrue();
    assertThat(filter.covers(db, Set::of)).isFalse();
  }

  @Test
  void anIgnoredFolderCountsAsChangedWhereItHoldsAContainer() {
    TestRepository repository = apps();
    repository.write(".gitignore", "/apps/made\n/target\n/apps/cache/\n").commit("ignore");
    repository.write("apps/made/docker/Dockerfile", "generated");
    repository.write("target/docker/x", "a result of the build");
    repository.write("apps/cache/x", "no container");

    Scope scope = examine(repository, Mode.CHANGED, "apps/*/docker", "*/docker").scope();

    assertThat(touched(scope)).contains("apps/made").doesNotContain("target", "apps/cache");
  }

  @Test
  void aContainerOutsideASparseCheckoutIsKnownByItsBuildFile() {
    TestRepository sparse = apps();
    sparse.git("sparse-checkout", "set", "--cone", "apps/web");

    for (Mode mode : Mode.values()) {
      assertThat(examine(sparse, mode, "apps/*/docker").gaps())
          .containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "apps/db/docker"));
    }
    assertThat(examine(sparse, Mode.ALL, "apps/*").gaps()).isEmpty();
  }

  @Test
  void aSubmoduleThatMayHoldContainersIsAGapWhereItIsNotInitialised() {
    TestRepository inner = TestRepository.onMain(folder.resolve("inner"));
    TestRepository outer = apps();
    outer.git("submodule", "--quiet", "add", "file://" + inner.root, "more");
    outer.git("submodule", "--quiet", "add", "file://" + inner.root, "apps/api");
    outer.git("submodule", "--quiet", "add", "file://" + inner.root, "docs/theme/x/y");
    outer.commit("submodules");
    TestRepository clone = TestRepository.clone(outer, folder.resolve("c"), "--branch=feature");

    assertThat(examine(clone, Mode.ALL, "*/containers/*", "apps/*").gaps())
        .containsExactly(
            new CheckoutGap(UNINITIALISED_SUBMODULE, "apps/api"),
            new CheckoutGap(UNINITIALISED_SUBMODULE, "more"));
  }
}
