package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.versions.scope.BaseSearch.Found;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which base is taken of the refs that exist (docs/scope.md, "What it is compared with"). */
class BaseChoiceTest {
  private static final String HASH = "1".repeat(40);

  /** Refs by their full names; {@code a>b} stands for b, and {@code a^r} follows remote r. */
  private static Refs refs(String names) throws GitFailure {
    StringBuilder lines = new StringBuilder();
    for (String each : names.strip().split(" +", -1)) {
      String name = each.replaceAll("[>^].*", "");
      String target = each.contains(">") ? each.substring(each.indexOf('>') + 1) : "";
      String remote = each.contains("^") ? each.substring(each.indexOf('^') + 1) : "";
      lines.append("refs/%s\t%s\t%s\t%s\n".formatted(name, HASH, target, remote));
    }
    return Refs.parse(lines.toString());
  }

  private static String found(BaseSearch search, String refs, String branch)
      throws GitFailure, ScopeException {
    return search.find(refs(refs), branch).map(Found::shown).orElse("none");
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "heads/main                                      | f | refs/heads/main",
        "heads/main remotes/origin/main                  | f | refs/remotes/origin/main",
        "heads/main remotes/up/main                      | f | refs/remotes/up/main",
        "heads/main remotes/up/main remotes/mine/main    | f | refs/heads/main",
        "remotes/origin/main remotes/up/main heads/f^up  | f | refs/remotes/up/main",
        "remotes/origin/main remotes/up/main heads/g^up  | f | refs/remotes/origin/main",
        "remotes/origin/main heads/f^up                  | f | refs/remotes/origin/main",
        "remotes/a/b/main heads/main heads/f             | f | refs/heads/main",
        "remotes/a/b/main heads/main heads/f^a/b         | f | refs/remotes/a/b/main",
        "tags/main heads/x                               | f | none",
        "heads/x remotes/origin/HEAD>refs/remotes/origin/trunk | f | refs/remotes/origin/trunk",
        "heads/x remotes/up/HEAD>refs/remotes/up/trunk   | f | refs/remotes/up/trunk",
        "heads/other                                     | '' | none"
      })
  void withoutAnyHintItIsMainOrTheDefaultBranch(String refs, String branch, String expected)
      throws GitFailure, ScopeException {
    assertThat(found(BaseSearch.of("", Map.of()), refs, branch)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "develop             | heads/develop remotes/origin/develop | refs/remotes/origin/develop",
        "develop             | heads/develop                        | refs/heads/develop",
        "release/2.x         | heads/release/2.x                    | refs/heads/release/2.x",
        "upstream/main       | heads/main remotes/upstream/main     | refs/remotes/upstream/main",
        "refs/tags/v1        | tags/v1 heads/v1                     | refs/tags/v1",
        "refs/heads/develop  | heads/develop remotes/origin/develop | refs/heads/develop"
      })
  void aConfiguredBaseIsABranchOrAFullName(String baseRef, String refs, String expected)
      throws GitFailure, ScopeException {
    assertThat(found(BaseSearch.of(baseRef, Map.of("CHANGE_TARGET", "x")), refs, "f"))
        .isEqualTo(expected);
  }

  /** Git is asked for these refs alone; what is not among them cannot be taken. */
  @ParameterizedTest(name = "baseRef [{0}] range [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b         | ''   | refs/remotes/*/a/b refs/heads/a/b refs/remotes/a/b",
        "refs/tags/v | ''   | refs/tags/v",
        "''          | v1   | refs/heads/v1 refs/remotes/v1 refs/tags/v1 v1",
        "''          | v1^2 | ''",
        "''          | ''   | refs/remotes/*/main refs/heads/main refs/remotes/*/HEAD"
      })
  void theRefsThatAreAskedFor(String baseRef, String range, String patterns) throws ScopeException {
    assertThat(
            String.join(
                " ", BaseSearch.of(baseRef, Map.of("PRE_COMMIT_FROM_REF", range)).patterns()))
        .isEqualTo(patterns);
  }

  @Test
  void aConfiguredHashIsAskedOfGit() throws GitFailure, ScopeException {
    BaseSearch search = BaseSearch.of(HASH, Map.of());

    assertThat(search.patterns()).isEmpty();
    assertThat(search.find(Refs.NONE, "f"))
        .contains(new Found(HASH, HASH + "^{commit}", "", ""))
        .get()
        .matches(it -> !it.isKnown());
    assertThatThrownBy(search::missing).hasMessageContaining("(looked for a commit of that hash)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "refs/heads/v1", "origin/v1"})
  void aTagIsNeverTakenForABranch(String baseRef) throws ScopeException {
    BaseSearch search = BaseSearch.of(baseRef, Map.of());

    assertThatThrownBy(() -> found(search, "tags/v1 heads/main", "f"))
        .isInstanceOf(ScopeException.class)
        .hasMessageStartingWith("baseRef is '" + baseRef + "', which this clone does not have");
  }

  /** What pre-commit was given decides alone; a branch comes before a tag of its name. */
  @ParameterizedTest(name = "{0} of {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "main            | heads/main tags/main         | main        | known",
        "v1              | tags/v1                      | v1          | known",
        "origin/main     | remotes/origin/main          | origin/main | known",
        "refs/heads/main | heads/main                   | refs/heads/main | known",
        "HEAD~2          | heads/main                   | HEAD~2      | open",
        "abcd            | heads/main                   | abcd        | open",
        "abc             | heads/abc                    | abc         | known",
        "gone            | heads/main remotes/origin/main | none      | none"
      })
  void aRangeStartsWhereGitFindsIt(String from, String refs, String shown, String state)
      throws GitFailure, ScopeException {
    BaseSearch search =
        BaseSearch.of("", Map.of("PRE_COMMIT_FROM_REF", from, "GITHUB_BASE_REF", "main"));

    assertThat(found(search, refs, "f")).isEqualTo(shown);
    assertThat(
            search.find(refs(refs), "f").map(it -> it.isKnown() ? "known" : "open").orElse("none"))
        .isEqualTo(state);
    assertThat(search.missing()).isEqualTo(from + " (PRE_COMMIT_FROM_REF)");
  }

  /** A base that is no branch has no branch to be on. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "heads/main, main",
    "remotes/origin/main, main",
    "remotes/origin/HEAD>refs/remotes/origin/trunk, trunk"
  })
  void theBaseIsTheBranchOfItsShortName(String refs, String branch)
      throws GitFailure, ScopeException {
    assertThat(BaseSearch.of("", Map.of()).find(refs(refs), "f").map(Found::branch))
        .contains(branch);
    assertThat(
            BaseSearch.of("refs/tags/v1", Map.of()).find(refs("tags/v1"), "f").map(Found::branch))
        .contains("");
  }

  @Test
  void whatCiNamesAndIsNotThereIsTold() throws GitFailure, ScopeException {
    BaseSearch search =
        BaseSearch.of(
            " ",
            Map.of(
                "GITHUB_BASE_REF", "",
                "CHANGE_TARGET", "refs/heads/develop",
                "CI_COMMIT_TARGET_BRANCH", "-x",
                "PRE_COMMIT_FROM_REF", "a..b"));
    String remarks =
        "; PRE_COMMIT_FROM_REF names no commit; CI_COMMIT_TARGET_BRANCH names no branch";

    assertThat(search.find(refs("heads/main"), "f").map(Found::remarks))
        .contains(remarks + "; CHANGE_TARGET names develop, which this clone does not have");
    assertThat(search.find(refs("heads/develop heads/main"), "f"))
        .contains(new Found("refs/heads/develop", HASH, "develop", remarks));
    assertThat(search.missing())
        .isEqualTo("develop (CHANGE_TARGET), main and the default branch of a remote" + remarks);
    assertThat(search.patterns())
        .containsExactly(
            "refs/remotes/*/develop",
            "refs/heads/develop",
            "refs/remotes/*/main",
            "refs/heads/main",
            "refs/remotes/*/HEAD");
  }

  /** git-rev-parse(1): an abbreviated hash has at least four digits. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"abc, false", "abcd, true", "ABCDEF0123456789, true", "abcg, false", "'', false"})
  void aShortHashHasFourDigits(String text, boolean hash) {
    assertThat(RefName.looksLikeHash(text)).isEqualTo(hash);
    assertThat(RefName.looksLikeHash("a".repeat(64))).isTrue();
    assertThat(RefName.looksLikeHash("a".repeat(65))).isFalse();
  }

  /** git-check-ref-format(1), and gitrevisions(7) for what names one commit. */
  @ParameterizedTest(name = "{0}: branch {1}, revision {2}")
  @CsvSource({
    "a/b, true, true",
    "a.lock, false, true",
    "a.lock/b, false, true",
    ".a, false, true",
    "a/.b, false, true",
    "a., false, true",
    "@, false, true",
    "HEAD, false, true",
    "a@{1}, false, true",
    "main~2, false, true",
    "a^, false, true",
    "a..b, false, false",
    "-a, false, false",
    "^a, false, false",
    "a:b, false, false",
    "a?, false, false",
    "'a b', false, false"
  })
  void aNameIsABranchOrARevisionOrNeither(String name, boolean branch, boolean revision) {
    assertThat(RefName.isBranch(name)).isEqualTo(branch);
    assertThat(RefName.isRevision(name)).isEqualTo(revision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a~b", "a\u001fb", "a b", "a\u007fb"})
  void aNameWithACharacterThatGitForbidsIsNoBranch(String name) {
    assertThat(RefName.isBranch(name)).isFalse();
    assertThatThrownBy(() -> BaseSearch.of(name, Map.of())).isInstanceOf(ScopeException.class);
  }
}
