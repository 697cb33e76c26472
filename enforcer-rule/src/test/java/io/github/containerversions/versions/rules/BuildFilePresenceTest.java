package io.github.containerversions.versions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildFilePresenceTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void whatIsNotOnDiskIsNotCalledAbsent(CheckoutGap.Kind kind) {
    CheckoutGap gap = new CheckoutGap(kind, "containers/ntfy");
    Container container = new Container("ntfy", "containers/ntfy", "ntfy", List.of(), List.of(gap));

    List<Finding> findings =
        new BuildFilePresence().check(new ContainerReadings(container, List.of()));

    assertThat(findings)
        .containsExactly(
            new Finding(
                "build-file",
                "ntfy",
                "cannot tell which build files there are: " + said(kind),
                advised(kind),
                new FolderLocation("containers/ntfy"),
                List.of()));
  }

  @Test
  void aBuildFileThatIsNotOnDiskIsAFileAndWhatHoldsTheContainersAFolder() {
    CheckoutGap file =
        new CheckoutGap(CheckoutGap.Kind.OUTSIDE_SPARSE_CHECKOUT, "containers/ntfy/default.nix");
    CheckoutGap submodule = new CheckoutGap(CheckoutGap.Kind.UNINITIALISED_SUBMODULE, "containers");
    Container container =
        new Container("ntfy", "containers/ntfy", "ntfy", List.of(), List.of(file, submodule));

    assertThat(new BuildFilePresence().check(new ContainerReadings(container, List.of())))
        .extracting(Finding::location)
        .containsExactly(
            new FileLocation("containers/ntfy/default.nix"), new FolderLocation("containers"));
  }

  private static String said(CheckoutGap.Kind kind) {
    return switch (kind) {
      case UNINITIALISED_SUBMODULE -> "this is a submodule that is not initialised";
      case OUTSIDE_SPARSE_CHECKOUT -> "this lies outside the sparse checkout";
      case HIDDEN_BY_SKIP_WORKTREE ->
          "this file is not on disk, and its skip-worktree bit hides that from git";
      case HIDDEN_BY_ASSUME_UNCHANGED ->
          "this file is not on disk, and its assume-unchanged bit hides that from git";
      case UNLISTABLE -> "this folder cannot be listed";
      case OUTSIDE_REPOSITORY ->
          "this symbolic link leaves the repository or leads to git's own files";
      case UNNAMEABLE ->
          "the name of this folder is not UTF-8, or the locale of this build cannot express it";
    };
  }

  private static String advised(CheckoutGap.Kind kind) {
    return switch (kind) {
      case UNINITIALISED_SUBMODULE -> "run git submodule update --init containers/ntfy";
      case OUTSIDE_SPARSE_CHECKOUT -> "run git sparse-checkout add containers/ntfy";
      case HIDDEN_BY_SKIP_WORKTREE ->
          "run git update-index --no-skip-worktree containers/ntfy, then git checkout --"
              + " containers/ntfy to have the file back, or commit its removal";
      case HIDDEN_BY_ASSUME_UNCHANGED ->
          "run git update-index --no-assume-unchanged containers/ntfy, then git checkout --"
              + " containers/ntfy to have the file back, or commit its removal";
      case UNLISTABLE -> "give the user who runs the build the right to read the folder";
      case OUTSIDE_REPOSITORY -> "put a folder there, or point the link into the repository";
      case UNNAMEABLE -> "set LC_ALL=C.UTF-8 for the build, or rename the folder";
    };
  }
}
