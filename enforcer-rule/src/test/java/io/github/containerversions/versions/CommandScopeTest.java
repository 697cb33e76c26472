package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandScopeTest {
  private static final Container ASKED =
      new Container("redis", "containers/redis", "redis", List.of("default.nix"));
  private static final Container STATED =
      new Container("ntfy", "containers/ntfy", "ntfy", List.of("default.nix"));

  @TempDir Path root;

  @Test
  void withoutInputsEveryContainerThatIsAskedAboutIsInScope() {
    CommandScope scope = scope(new Changes.Files(Set.of("README.md")), List.of());

    assertThat(scope.covers(ASKED)).isTrue();
    assertThat(scope.covers(STATED)).isFalse();
    assertThat(scope.described().detail())
        .isEqualTo("1 file has changed; 1 container is checked because a version command is asked");
  }

  @Test
  void withInputsOneOfThemMustHaveChanged() {
    CommandScope untouched = scope(new Changes.Files(Set.of("README.md")), List.of("flake.lock"));
    assertThat(untouched.covers(ASKED)).isFalse();
    assertThat(untouched.described().detail()).isEqualTo("1 file has changed");

    CommandScope touched = scope(new Changes.Files(Set.of("flake.lock")), List.of("flake.lock"));
    assertThat(touched.covers(ASKED)).isTrue();
    assertThat(touched.covers(STATED)).isFalse();
    assertThat(touched.described().detail()).endsWith(" is asked, and flake.lock has changed");
  }

  @Test
  void aSubmoduleThatHasChangedMayHoldAnInput() throws Exception {
    Files.createDirectory(root.resolve("nixpkgs"));

    assertThat(
            scope(new Changes.Files(Set.of("nixpkgs")), List.of("nixpkgs/flake.lock"))
                .covers(ASKED))
        .isTrue();
  }

  @Test
  void nothingIsAddedToEverything() {
    CommandScope scope = scope(new Changes.Everything(), List.of());

    assertThat(scope.covers(ASKED)).isFalse();
    assertThat(scope.described().detail()).isEqualTo("1 file has changed");
  }

  private CommandScope scope(Changes changes, List<String> inputs) {
    Scope scope =
        new Scope(Mode.CHANGED, Reason.BASE, new Base.None(), "1 file has changed", changes);
    VersionSettings settings =
        TestSettings.at(root)
            .scopeMode(Mode.CHANGED)
            .configurationFiles(List.of())
            .commandInputs(PathGlobs.of(inputs))
            .environment(Map.of())
            .build();
    return new CommandScope(scope, settings, ASKED::equals);
  }
}
