package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the branches that could be the base is taken. */
class BaseSearchTest {

  private static final FolderSnapshot OWN_COMMIT =
      FolderSnapshot.of(root -> TestRepository.onFeature(root).write("f", "1").commit("own"));

  private static final FolderSnapshot MANY_BRANCHES =
      FolderSnapshot.of(
          root -> {
            OWN_COMMIT.copyTo(root);
            TestRepository repository = TestRepository.at(root);
            for (String name :
                List.of(
                    "refs/heads/release/1.x",
                    "refs/heads/develop",
                    "refs/remotes/origin/develop",
                    "refs/remotes/company/main",
                    "refs/remotes/origin/main")) {
              repository.git("update-ref", name, "refs/heads/main");
            }
            repository.git(
                "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
            repository.git("tag", "-a", "-m", "one", "v1", "main");
          });

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void startOnFeature() {
    OWN_COMMIT.copyTo(folder);
    repository = TestRepository.at(folder);
  }

  private void ref(String name) {
    repository.git("update-ref", name, "refs/heads/main");
  }

  private static String base(Scope scope) {
    assertThat(scope.base()).as(scope.detail()).isInstanceOf(Base.Branch.class);
    return ((Base.Branch) scope.base()).ref();
  }

  @Test
  void theRemotesBranchIsPreferredToTheLocalOne() {
    ref("refs/remotes/origin/main");

    assertThat(base(repository.scope())).isEqualTo("refs/remotes/origin/main");
  }

  @Test
  void theRemoteThatTheBranchFollowsIsPreferredToOrigin() {
    ref("refs/remotes/origin/main");
    ref("refs/remotes/company/main");
    ref("refs/remotes/company/feature");
    repository.git("config", "remote.company.url", "file:///nowhere");
    repository.git("config", "remote.company.fetch", "+refs/heads/*:refs/remotes/company/*");
    repository.git("branch", "--quiet", "--set-upstream-to=company/feature");

    assertThat(base(repository.scope())).isEqualTo("refs/remotes/company/main");
  }

  @Test
  void theOnlyRemoteWillDoWhateverItsName() {
    ref("refs/remotes/company/main");
    ref("refs/remotes/company/group/main");

    assertThat(base(repository.scope())).isEqualTo("refs/remotes/company/main");
  }

  @Test
  void amongSeveralOtherRemotesNoneIsGuessed() {
    ref("refs/remotes/company/main");
    ref("refs/remotes/friend/main");

    assertThat(base(repository.scope())).isEqualTo("refs/heads/main");
  }

  @Test
  void theDefaultBranchOfTheRemoteComesLast() {
    ref("refs/remotes/origin/trunk");
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    assertThat(base(repository.scope())).isEqualTo("refs/heads/main");

    repository.git("branch", "--quiet", "-D", "main");
    Scope scope = repository.scope();
    assertThat(base(scope)).isEqualTo("refs/remotes/origin/trunk");
    assertThat(touched(scope)).containsExactly("f");

    repository.git("checkout", "--quiet", "-b", "trunk");
    assertAll(repository.scope(), Reason.ON_BASE);
  }

  @Test
  void aDefaultBranchThatIsGoneIsNoBase() {
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    repository.git("branch", "--quiet", "-D", "main");

    assertAll(repository.scope(), Reason.NO_BASE);
  }

  @Test
  void aTagThatBearsTheNameIsNoBranch() {
    repository.git("tag", "main", "HEAD");
    assertThat(touched(repository.scope())).containsExactly("f");

    repository.git("branch", "--quiet", "-D", "main");
    assertAll(repository.scope(), Reason.NO_BASE);
  }

  @ParameterizedTest(name = "baseRef {0} is {1}")
  @CsvSource({
    "develop, refs/remotes/origin/develop",
    "release/1.x, refs/heads/release/1.x",
    "origin/develop, refs/remotes/origin/develop",
    "origin/HEAD, refs/remotes/origin/develop",
    "company/main, refs/remotes/company/main",
    "refs/heads/main, refs/heads/main",
    "refs/remotes/company/main, refs/remotes/company/main",
    "refs/tags/v1, refs/tags/v1",
    "' develop ', refs/remotes/origin/develop",
  })
  void aConfiguredBaseIsFound(String baseRef, String expected) throws ScopeException {
    MANY_BRANCHES.copyTo(folder);

    Scope scope = repository.scopeSince(baseRef);

    assertThat(base(scope)).isEqualTo(expected);
    assertThat(touched(scope)).containsExactly("f");
  }

  @Test
  void aConfiguredCommitIsFoundByItsFullHash() throws ScopeException {
    String first = repository.git("rev-parse", "main");

    Scope scope = repository.scopeSince(first);

    assertThat(scope.base()).isEqualTo(new Base.Branch(first, first));
    assertThat(touched(scope)).containsExactly("f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere", "refs/heads/nowhere", "v1", "1111111111111111111111111111111111111111"})
  void aConfiguredBaseThatIsNotThereStops(String baseRef) {
    repository.git("tag", "v1");

    assertThatThrownBy(() -> repository.scopeSince(baseRef))
        .isInstanceOf(ScopeException.class)
        .hasMessageStartingWith(
            "baseRef is '" + baseRef + "', which this clone does not have (looked for ")
        .hasMessageEndingWith("; correct it, or fetch that branch first (in CI: fetch-depth: 0)");
  }

  @Test
  void theErrorSaysWhereWasLooked() {
    assertThatThrownBy(() -> repository.scopeSince("x/y"))
        .hasMessageContaining("(looked for refs/remotes/*/x/y, refs/heads/x/y, refs/remotes/x/y)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output=/tmp/x", "-n", "main..HEAD", "main~1", "a b", "HEAD", ":/x"})
  void aConfiguredBaseThatIsNoNameStops(String baseRef) {
    assertThatThrownBy(() -> repository.scopeSince(baseRef))
        .isInstanceOf(ScopeException.class)
        .hasMessageStartingWith("baseRef is '" + baseRef + "', which is no name of a branch");
  }

  @Test
  void aConfiguredBaseIsNotAskedForWhereAllIsRequested() throws ScopeException {
    ScopeRequest request = repository.request(Mode.ALL, "no branch", TestRepository.environment());

    assertThat(new GitScope().examine(request).scope().reason()).isEqualTo(Reason.REQUESTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_BASE_REF",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        "CI_COMMIT_TARGET_BRANCH",
        "CHANGE_TARGET",
        "BITBUCKET_PR_DESTINATION_BRANCH",
        "SYSTEM_PULLREQUEST_TARGETBRANCH"
      })
  void theTargetBranchOfTheCiIsTaken(String variable) {
    ref("refs/remotes/origin/main");
    ref("refs/remotes/origin/develop");

    for (String value : new String[] {"develop", "refs/heads/develop"}) {
      assertThat(base(repository.scope(TestRepository.environment(variable, value))))
          .isEqualTo("refs/remotes/origin/develop");
    }
    assertThat(base(repository.scope(TestRepository.environment(variable, ""))))
        .isEqualTo("refs/remotes/origin/main");
  }

  @Test
  void aTargetBranchThatIsNotThereIsPassedOverAndTold() {
    Scope scope = repository.scope(TestRepository.environment("GITHUB_BASE_REF", "develop"));

    assertThat(base(scope)).isEqualTo("refs/heads/main");
    assertThat(scope.detail())
        .endsWith("; GITHUB_BASE_REF names develop, which this clone does not have");

    repository.git("branch", "--quiet", "-D", "main");
    scope = repository.scope(TestRepository.environment("GITHUB_BASE_REF", "develop"));
    assertAll(scope, Reason.NO_BASE);
    assertThat(scope.detail())
        .contains("looked for develop (GITHUB_BASE_REF), main and the default branch")
        .endsWith("fetch-depth: 0");
  }

  @Test
  void aTargetBranchThatIsAnOptionIsPassedOverAndTold() {
    Scope scope = repository.scope(TestRepository.environment("CHANGE_TARGET", "--help"));

    assertThat(base(scope)).isEqualTo("refs/heads/main");
    assertThat(scope.detail()).endsWith("; CHANGE_TARGET names no branch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HEAD~1", "main", "origin/topic", "refs/heads/main", "v1", "HASH", "SHORT"})
  void theRangeOfPreCommitIsHonoured(String given) {
    repository.git("tag", "main", "HEAD");
    ref("refs/remotes/origin/topic");
    String first = repository.git("rev-parse", "refs/heads/main");
    String value =
        switch (given) {
          case "HASH" -> first;
          case "SHORT" -> first.substring(0, 12);
          default -> given;
        };
    repository.git("tag", "-a", "-m", "one", "v1", first);
    Map<String, String> environment = TestRepository.environment("PRE_COMMIT_FROM_REF", value);
    environment.put("GITHUB_BASE_REF", "feature");

    Scope scope = repository.scope(environment);

    assertThat(scope.base()).isEqualTo(new Base.Branch(value, first));
    assertThat(touched(scope)).containsExactly("f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000000000000000000000000000000000", "nowhere", "HEAD~9"})
  void aRangeThatStartsNowhereWidens(String value) {
    Scope scope = repository.scope(TestRepository.environment("PRE_COMMIT_FROM_REF", value));

    assertAll(scope, Reason.NO_BASE);
    assertThat(scope.detail()).contains("looked for " + value + " (PRE_COMMIT_FROM_REF)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--all", "^main", "main..feature", ":/first", "HEAD:f", "a b"})
  void aRangeThatIsNoCommitIsPassedOver(String value) {
    Scope scope = repository.scope(TestRepository.environment("PRE_COMMIT_FROM_REF", value));

    assertThat(base(scope)).isEqualTo("refs/heads/main");
    assertThat(scope.detail()).endsWith("; PRE_COMMIT_FROM_REF names no commit");
  }

  @Test
  void pushingTheBaseBranchIsComparedWithWhatTheRemoteHas() {
    repository.git("checkout", "--quiet", "main");
    repository.write("containers/b/Dockerfile", "2").commit("second on main");

    assertThat(
            touched(repository.scope(TestRepository.environment("PRE_COMMIT_FROM_REF", "HEAD~1"))))
        .containsExactly("containers/b/Dockerfile");
  }
}
