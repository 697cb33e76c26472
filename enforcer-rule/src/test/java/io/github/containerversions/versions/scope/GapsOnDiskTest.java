package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.model.CheckoutGap.Kind.HIDDEN_BY_ASSUME_UNCHANGED;
import static io.github.containerversions.versions.model.CheckoutGap.Kind.HIDDEN_BY_SKIP_WORKTREE;
import static io.github.containerversions.versions.model.CheckoutGap.Kind.OUTSIDE_SPARSE_CHECKOUT;
import static io.github.containerversions.versions.model.CheckoutGap.Kind.UNINITIALISED_SUBMODULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is missing on disk (docs/scope.md, "Containers that are not on disk"), and what git is
 * silent about, by the answers of git and the folders that are there. No test here runs git.
 */
class GapsOnDiskTest {
  private static final ContainerLayout CHILDREN = ContainerLayout.childrenOf("containers");
  private static final ContainerLayout GLOBS =
      ContainerLayout.matching(Stream.of("apps/*", "*/src/docker").map(FolderGlob::of).toList());
  private static final List<String> BUILD_FILES = List.of("Dockerfile", "default.nix");

  @TempDir Path folder;

  private void write(String file) {
    TestRepository.at(folder).write(file, "");
  }

  private void makeFolder(String path) throws IOException {
    Files.createDirectories(folder.resolve(path));
  }

  private boolean suspected(ContainerLayout layout) {
    return new CheckoutGaps(folder, layout, BUILD_FILES).suspected(Map.of());
  }

  private ScopeRequest request(ContainerLayout layout) {
    return new ScopeRequest(
        folder, Mode.CHANGED, "", layout, BUILD_FILES, "config/list.yaml", List.of(), Map.of());
  }

  private Unseen unseen(ContainerLayout layout, Index index, boolean sparse, String prefix) {
    return new Unseen(request(layout), index, sparse, prefix);
  }

  private static Index index(Set<String> assumedUnchanged, Set<String> skipped) {
    return new Index(assumedUnchanged, skipped);
  }

  private static final Index NOTHING_HIDDEN = index(Set.of(), Set.of());

  /** The gaps where HEAD holds these files and these submodules. */
  private List<CheckoutGap> gaps(ContainerLayout layout, Set<String> files, Set<String> modules) {
    TreeSet<String> all = new TreeSet<>(files);
    all.addAll(modules);
    return new CheckoutGaps(folder, layout, BUILD_FILES)
        .find(
            new Trees(Set.of(), all, modules), Set.of(), unseen(layout, NOTHING_HIDDEN, true, ""));
  }

  @Test
  void withoutSubmodulesAndSparseCheckoutNoGapIsSuspected() throws IOException {
    makeFolder("containers/empty");
    assertThat(suspected(CHILDREN)).isFalse();

    write(".git/HEAD");
    write(".git/info/sparse-checkout");
    assertThat(suspected(CHILDREN)).isTrue();
  }

  @Test
  void aSubmoduleMayBeMissingWhereAFolderIsEmpty() throws IOException {
    write(".gitmodules");
    assertThat(suspected(CHILDREN)).as("no containers folder at all").isTrue();
    makeFolder("containers");
    assertThat(suspected(CHILDREN)).as("an empty containers folder").isTrue();

    write("containers/README.md");
    write("containers/a/Dockerfile");
    assertThat(suspected(CHILDREN)).as("no folder is empty").isFalse();
    assertThat(suspected(GLOBS)).as("folders may lie anywhere").isTrue();

    makeFolder("containers/b");
    assertThat(suspected(CHILDREN)).as("one folder is empty").isTrue();
  }

  @Test
  void aContainersFolderThatIsAFileHasNoSubmodules() {
    write(".gitmodules");
    write("containers");

    // It cannot be listed, so git is asked.
    assertThat(suspected(CHILDREN)).isTrue();
  }

  @Test
  void aSubmoduleOfAContainerIsAGapWhileItsFolderIsEmpty() throws IOException {
    makeFolder("containers/empty");
    makeFolder("vendor");
    write("containers/full/Dockerfile");
    write("containers/file");

    assertThat(
            gaps(
                CHILDREN,
                Set.of(),
                Set.of(
                    "containers/empty",
                    "containers/full",
                    "containers/gone",
                    "containers/file",
                    "containers/full/deeper",
                    "vendor")))
        .containsExactly(
            new CheckoutGap(UNINITIALISED_SUBMODULE, "containers/empty"),
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/gone"));
  }

  @Test
  void aSubmoduleThatHoldsAllContainersIsAGap() throws IOException {
    makeFolder("containers");

    assertThat(gaps(CHILDREN, Set.of(), Set.of("containers")))
        .containsExactly(new CheckoutGap(UNINITIALISED_SUBMODULE, "containers"));
  }

  @Test
  void aContainerIsAGapWhereAFileOfItIsLeftOut() {
    write("containers/there/Dockerfile");

    assertThat(
            gaps(
                CHILDREN,
                Set.of(
                    "containers/gone/notes/x",
                    "containers/README.md",
                    "containers/there/Dockerfile",
                    "containers/there/default.nix",
                    "containers/there/notes",
                    "containers/there/src/Dockerfile",
                    "other/x/Dockerfile"),
                Set.of()))
        .containsExactly(
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/gone"),
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/there/default.nix"));
  }

  /** Beside containers there are other folders, so only a build file makes a folder one. */
  @Test
  void whereGlobsSayWhatIsAContainerItsBuildFileIsTheGap() {
    write("apps/there/x");

    assertThat(
            gaps(
                GLOBS,
                Set.of(
                    "apps/gone/Dockerfile",
                    "apps/notes/README.md",
                    "apps/there/default.nix",
                    "web/src/docker/Dockerfile",
                    "web/src/docker/sub/Dockerfile"),
                Set.of()))
        .containsExactly(
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "apps/gone"),
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "apps/there/default.nix"),
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "web/src/docker"));
  }

  @Test
  void whatIsDeletedOrOutsideOfTheRootIsNoGap() {
    List<CheckoutGap> gaps =
        new CheckoutGaps(folder, CHILDREN, BUILD_FILES)
            .find(
                new Trees(
                    Set.of(),
                    new TreeSet<>(
                        Set.of(
                            "sub/containers/a/Dockerfile",
                            "sub/containers/b/Dockerfile",
                            "containers/c/Dockerfile")),
                    Set.of()),
                Set.of("sub/containers/a/Dockerfile"),
                unseen(CHILDREN, NOTHING_HIDDEN, true, "sub/"));

    assertThat(gaps).containsExactly(new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/b"));
  }

  @Test
  void gapsOfEveryKindAreSortedByPath() throws IOException {
    makeFolder("containers/m");
    Index index = index(Set.of("containers/z/Dockerfile"), Set.of());

    assertThat(
            new CheckoutGaps(folder, CHILDREN, BUILD_FILES)
                .find(
                    new Trees(
                        Set.of(),
                        new TreeSet<>(Set.of("containers/a/Dockerfile", "containers/m")),
                        Set.of("containers/m")),
                    Set.of(),
                    unseen(CHILDREN, index, true, "")))
        .containsExactly(
            new CheckoutGap(OUTSIDE_SPARSE_CHECKOUT, "containers/a"),
            new CheckoutGap(UNINITIALISED_SUBMODULE, "containers/m"),
            new CheckoutGap(HIDDEN_BY_ASSUME_UNCHANGED, "containers/z/Dockerfile"));
  }

  @Test
  void aHiddenBuildFileThatIsRemovedIsAGapOfItsKind() {
    write("sub/x");
    write("containers/there/Dockerfile");
    Index index =
        index(
            Set.of(
                "sub/containers/a/Dockerfile", "sub/containers/a/notes", "containers/x/Dockerfile"),
            Set.of("sub/containers/b/default.nix", "sub/containers/there/Dockerfile"));

    assertThat(unseen(CHILDREN, index, false, "sub/").removed())
        .containsExactlyInAnyOrder(
            new CheckoutGap(HIDDEN_BY_ASSUME_UNCHANGED, "containers/a/Dockerfile"),
            new CheckoutGap(HIDDEN_BY_SKIP_WORKTREE, "containers/b/default.nix"));
  }

  /** A sparse checkout leaves files out by the same bit; those that are there are hidden. */
  @Test
  void inASparseCheckoutTheBitHidesOnlyWhatIsThere() {
    write("containers/there/Dockerfile");
    Index index =
        index(
            Set.of("containers/a/assumed"),
            Set.of("containers/there/Dockerfile", "containers/gone/Dockerfile", "containers/"));

    assertThat(unseen(CHILDREN, index, true, "").hidden())
        .containsExactlyInAnyOrder(
            "containers/a/assumed", "containers/there/Dockerfile", "containers");
    assertThat(unseen(CHILDREN, index, false, "").hidden())
        .containsExactlyInAnyOrder(
            "containers/a/assumed",
            "containers/there/Dockerfile",
            "containers/gone/Dockerfile",
            "containers");
  }

  @ParameterizedTest(name = "with {0} ignored, the root sub/root is: {1}")
  @CsvSource({"sub, true", "sub/root, true", "su, false", "sub/root/x, false", "other, false"})
  void aRootInAnIgnoredFolderIsIgnored(String ignored, boolean expected) {
    Unseen unseen = unseen(CHILDREN, NOTHING_HIDDEN, false, "sub/root/");

    assertThat(unseen.coversRoot(Set.of(ignored))).isEqualTo(expected);
    assertThat(unseen.needed(Set.of(ignored)).isEmpty()).isEqualTo(!expected);
  }

  /** docs/scope.md: build files and the inventory always count. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers/a/Dockerfile",
        "containers/a/default.nix",
        "containers/a",
        "containers",
        "config/list.yaml",
        "config"
      })
  void whatAVerdictDependsOnCountsThoughItIsIgnored(String ignored) {
    assertThat(unseen(CHILDREN, NOTHING_HIDDEN, false, "").needed(Set.of(ignored, "target")))
        .containsExactly(ignored);
    assertThat(
            unseen(CHILDREN, NOTHING_HIDDEN, false, "top/")
                .needed(Set.of("top/" + ignored, ignored)))
        .containsExactly("top/" + ignored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers/a/notes",
        "containers/a/sub/Dockerfile",
        "Dockerfile",
        "config/list.yaml.bak",
        "config/other",
        "conf",
        "target"
      })
  void anythingElseThatIsIgnoredDoesNotCount(String ignored) {
    assertThat(unseen(CHILDREN, NOTHING_HIDDEN, false, "").needed(Set.of(ignored))).isEmpty();
  }

  @Test
  void beneathGlobsAnIgnoredFolderCountsWhereABuildFileStandsInIt() throws IOException {
    write("apps/made/Dockerfile");
    write("apps/notes/README.md");
    write("made/src/docker/default.nix");
    write("target/src/docker/x");
    write("apps/x");
    makeFolder("apps/empty");

    assertThat(
            unseen(GLOBS, NOTHING_HIDDEN, false, "")
                .needed(
                    Set.of("apps/made", "apps/notes", "apps/empty", "apps/x", "made", "target")))
        .containsExactlyInAnyOrder("apps/made", "made");
  }
}
