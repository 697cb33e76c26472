package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import io.github.containerversions.versions.model.TrackedFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeFilterTest {

  private static final Container A = new Container("a", "containers/a", "a", List.of("Dockerfile"));

  @TempDir Path folder;

  private boolean covers(Changes changes, Set<String> followed) {
    Scope scope = new Scope(Mode.CHANGED, Reason.BASE, new Base.None(), "", changes);
    return new ScopeFilter(scope, folder).covers(A, () -> followed);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "containers/a/Dockerfile, true",
    "containers/a/deep/down, true",
    "containers/a, true",
    "containers, true",
    "containers/ab/Dockerfile, false",
    "containers/b/Dockerfile, false",
    "containers/README.md, false",
    "a/Dockerfile, false",
    "nix/sources.nix, true",
    "nix, true",
    "nix/sources.nix.bak, false",
    "nix/other.nix, false",
    "containers/a-b, false",
    "container, false",
  })
  void aContainerIsCoveredByWhatItDependsOn(String changed, boolean expected) {
    assertThat(covers(new Changes.Files(Set.of(changed)), Set.of("nix/sources.nix")))
        .isEqualTo(expected);
  }

  @Test
  void everythingCoversAllAndNothingNone() {
    assertThat(covers(new Changes.Everything(), Set.of())).isTrue();
    assertThat(covers(new Changes.Files(Set.of()), Set.of("nix/sources.nix"))).isFalse();
  }

  @Test
  void aLinkedFolderDependsOnWhatItLeadsTo() throws IOException {
    TestRepository.at(folder).write("shared/a/Dockerfile", "1").write("containers/f", "1");
    Files.createSymbolicLink(folder.resolve("containers/a"), Path.of("../shared/a"));

    assertThat(covers(new Changes.Files(Set.of("shared/a/Dockerfile")), Set.of())).isTrue();
    assertThat(covers(new Changes.Files(Set.of("shared/b/Dockerfile")), Set.of())).isFalse();
    assertThat(covers(new Changes.Files(Set.of("containers/a")), Set.of())).isTrue();
  }

  @Test
  void aLinkedFileDependsOnWhatItLeadsTo() throws IOException {
    TestRepository.at(folder).write("shared/x", "1").write("containers/a/f", "1");
    Files.createSymbolicLink(folder.resolve("containers/a/Dockerfile"), Path.of("../../shared/x"));
    Files.createSymbolicLink(folder.resolve("sources.nix"), Path.of("shared/x"));
    Files.createSymbolicLink(folder.resolve("dangling.nix"), folder.resolve("nowhere"));

    assertThat(covers(new Changes.Files(Set.of("shared/x")), Set.of())).isTrue();
    Files.delete(folder.resolve("containers/a/Dockerfile"));
    assertThat(covers(new Changes.Files(Set.of("shared/x")), Set.of())).isFalse();
    assertThat(covers(new Changes.Files(Set.of("shared/x")), Set.of("sources.nix"))).isTrue();
    assertThat(covers(new Changes.Files(Set.of("shared/x")), Set.of("dangling.nix", "\0")))
        .isFalse();
  }

  @Test
  void everyLinkOnTheWayCounts() throws IOException {
    TestRepository.at(folder).write("v2/x", "1").write("containers/a/f", "1");
    Files.createSymbolicLink(folder.resolve("current"), Path.of("v2"));
    Files.createSymbolicLink(folder.resolve("shared"), folder.resolve("current"));
    Files.createSymbolicLink(folder.resolve("containers/a/Dockerfile"), Path.of("../../shared/x"));

    for (String place : Set.of("containers/a/Dockerfile", "shared", "current", "v2/x")) {
      assertThat(covers(new Changes.Files(Set.of(place)), Set.of())).as(place).isTrue();
    }
    assertThat(covers(new Changes.Files(Set.of("v2/y", "x", "currents")), Set.of())).isFalse();
  }

  /** What the system opens counts: Linux follows forty links on the way to a file. */
  @ParameterizedTest
  @ValueSource(ints = {1, 39, 40})
  void aChainOfLinksIsFollowedAsFarAsTheSystemDoes(int links) throws IOException {
    TestRepository.at(folder).write("end", "text").write("containers/a/f", "1");
    for (int i = 1; i < links; i++) {
      Files.createSymbolicLink(folder.resolve("l" + i), Path.of(i == 1 ? "end" : "l" + (i - 1)));
    }
    Files.createSymbolicLink(
        folder.resolve("containers/a/Dockerfile"),
        Path.of("../../" + (links == 1 ? "end" : "l" + (links - 1))));
    assumeThat(Files.exists(folder.resolve("containers/a/Dockerfile"))).isTrue();

    assertThat(covers(new Changes.Files(Set.of("end")), Set.of())).isTrue();
  }

  @Test
  void aContainerThatGitKnowsByAnotherNameIsAlwaysCovered() {
    Container unnameable =
        new Container(
            "a",
            "containers/a",
            "a",
            List.of(),
            List.of(new CheckoutGap(CheckoutGap.Kind.UNNAMEABLE, "containers/a")));
    Scope scope =
        new Scope(Mode.CHANGED, Reason.BASE, new Base.None(), "", new Changes.Files(Set.of("x")));

    assertThat(new ScopeFilter(scope, folder).covers(unnameable, Set::of)).isTrue();
  }

  @Test
  void aContainerThatIsNotCheckedOutIsCoveredByItsChangesOnly() {
    Container missing =
        new Container(
            "a",
            "containers/a",
            "a",
            List.of(),
            List.of(new CheckoutGap(CheckoutGap.Kind.OUTSIDE_SPARSE_CHECKOUT, "containers/a")));
    Scope scope =
        new Scope(Mode.CHANGED, Reason.BASE, new Base.None(), "", new Changes.Files(Set.of("x")));

    assertThat(new ScopeFilter(scope, folder).covers(missing, Set::of)).isFalse();
  }

  /** Of many files in one folder each is looked at, also after the first. */
  @Test
  void eachFileOfAFolderMayBeALink() throws IOException {
    TestRepository.at(folder).write("shared/x", "1").write("nix/a.nix", "1").write("nix/b.nix", "");
    Files.createSymbolicLink(folder.resolve("nix/c.nix"), Path.of("../shared/x"));
    Scope scope =
        new Scope(
            Mode.CHANGED, Reason.BASE, new Base.None(), "", new Changes.Files(Set.of("shared/x")));
    ScopeFilter filter = new ScopeFilter(scope, folder);

    assertThat(filter.covers(A, () -> Set.of("nix/a.nix"))).isFalse();
    assertThat(filter.covers(A, () -> Set.of("nix/b.nix"))).isFalse();
    assertThat(filter.covers(A, () -> Set.of("nix/c.nix"))).isTrue();
    assertThat(filter.covers(A, () -> Set.of("nix/../nix/c.nix"))).isTrue();
  }

  /** Where git vouches for a folder, the disk is not asked for links in it. */
  @Test
  void aFolderThatGitVouchesForIsCoveredByWhatItsFilesLeadToOnly() {
    Scope scope =
        new Scope(Mode.CHANGED, Reason.BASE, new Base.None(), "", new Changes.Files(Set.of("x")));
    TrackedFolders tracked = new TrackedFolders(Map.of("containers/a", List.of("Dockerfile")));
    ScopeFilter filter = new ScopeFilter(scope, folder, tracked);

    assertThat(filter.covers(A, Set::of)).isFalse();
    assertThat(filter.covers(A, () -> Set.of("y", "x"))).isTrue();
  }

  @Test
  void linksThatLeadInACircleComeToAnEnd() throws IOException {
    Files.createSymbolicLink(folder.resolve("x"), Path.of("y"));
    Files.createSymbolicLink(folder.resolve("y"), Path.of("x"));

    assertThat(covers(new Changes.Files(Set.of("z")), Set.of("x/f"))).isFalse();
    assertThat(covers(new Changes.Files(Set.of("y")), Set.of("x/f"))).isTrue();
  }
}
