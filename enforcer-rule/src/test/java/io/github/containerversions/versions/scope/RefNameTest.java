package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefNameTest {

  @TempDir Path folder;

  /** The judge is git itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "main",
        "release/1.x",
        "a",
        "ä/ö",
        "a-b_c+d,e;f",
        "a@b",
        "@a",
        "{a}",
        "a.b",
        "a.lock.b",
        "feature#1",
        "'quoted'",
        "$(x)",
        "a/HEAD",
        "",
        ".",
        "..",
        "a..b",
        ".a",
        "a/.b",
        "a.",
        "a/b.",
        "a.lock",
        "a.lock/b",
        "/a",
        "a/",
        "a//b",
        "a b",
        "a\tb",
        "a\nb",
        "a~1",
        "a^",
        "a:b",
        "a?",
        "a*",
        "[a",
        "a\\b",
        "a@{1}",
        "@{-1}",
        "a\u007f"
      })
  void aBranchIsNamedAsGitAllowsIt(String name) throws IOException, InterruptedException {
    Process git =
        TestRepository.at(folder).start(Map.of(), "check-ref-format", "refs/heads/" + name);
    git.getInputStream().readAllBytes();

    assertThat(RefName.isBranch(name)).isEqualTo(git.waitFor() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "-a", "--all", "HEAD", "@"})
  void whatGitTakesForSomethingElseIsNoBranch(String name) {
    assertThat(RefName.isBranch(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD~2", "v1^", "main@{1}", "origin/main", "v1^{commit}", "@", "a-b"})
  void aRevisionNamesOneCommit(String text) {
    assertThat(RefName.isRevision(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "--all",
        "^main",
        "a..b",
        "a...b",
        ":/fix",
        "HEAD:pom.xml",
        "a b",
        "a\nb",
        "a*",
        "a?",
        "a[b",
        "a\\b",
        "a\u0000b"
      })
  void anythingElseIsNoRevision(String text) {
    assertThat(RefName.isRevision(text)).isFalse();
  }

  @Test
  void aHashIsFull() {
    assertThat(RefName.isHash("0123456789abcdefABCDEF0123456789abcdef01")).isTrue();
    assertThat(RefName.isHash("a".repeat(64))).isTrue();
    assertThat(RefName.isHash("a".repeat(41))).isFalse();
    assertThat(RefName.isHash("g".repeat(40))).isFalse();
    assertThat(RefName.isHash("１".repeat(40))).isFalse();
    assertThat(RefName.isHash("")).isFalse();
  }
}
