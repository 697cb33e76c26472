package io.github.containerversions.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flake.lock | flake.lock | true",
        "flake.lock | flakeXlock | false",
        "flake.lock | nix/flake.lock | false",
        "* | flake.lock | true",
        "* | nix/flake.lock | false",
        "nix/* | nix/a | true",
        "nix/* | nix/a/b | false",
        "nix/** | nix/a/b | true",
        "nix/** | nixos/a | false",
        "**/flake.lock | flake.lock | true",
        "**/flake.lock | a/b/flake.lock | true",
        "**/flake.lock | a/my-flake.lock | false",
        "nix/**/x.nix | nix/x.nix | true",
        "v?.sh | v1.sh | true",
        "v?.sh | v/.sh | false",
        "flake.{nix,lock} | flake.nix | true",
        "flake.{nix,lock} | flake.txt | false",
        "nix/** !nix/README.md | nix/README.md | false",
        "!nix/README.md nix/** | nix/a | true",
        "a[1].sh | a[1].sh | true",
        "a[1].sh | a1.sh | false",
        "a+ | aa | false",
        "a,b | a,b | true",
        "{container}/charts/{container}/*.yaml | web/charts/web/a.yaml | true",
        "{container}/charts/{container}/*.yaml | web/charts/db/a.yaml | false",
        "{container}/{service}/{container}-{service} | a/b/a-b | true",
        "{container}/{service}/{container}-{service} | a/b/b-a | false",
      })
  void aGlobMatchesAsItReads(String globs, String path, boolean expected) {
    PathGlobs read = PathGlobs.of(Arrays.asList(globs.split(" ")));

    assertThat(read.firstOf(List.of(path)).isPresent()).isEqualTo(expected);
  }

  @Test
  void aGlobThatAListSplitAtItsCommaIsOneAgain() {
    PathGlobs read = PathGlobs.of(List.of("flake.{nix", "lock}", "tools/*"));

    assertThat(read.firstOf(List.of("flake.lock"))).contains("flake.lock");
    assertThat(read.firstOf(List.of("tools/a"))).contains("tools/a");
    assertThat(read.firstOf(List.of("lock"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "./a",
        "a//b",
        "a/",
        "{a",
        "a}",
        "!",
        "!/x",
        "{a/{container},{container}/b}"
      })
  void whatMatchesNothingBelowTheRootIsRefused(String glob) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathGlobs.of(List.of("flake.lock", glob)))
        .withMessage(glob);
  }

  @Test
  void takingAwayFromNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathGlobs.of(List.of("!a")))
        .withMessage("!a");
    assertThat(PathGlobs.of(List.of()).isEmpty()).isTrue();
  }
}
