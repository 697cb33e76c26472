package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clones that CI systems make, with the commands that they run. */
class CiCheckoutTest {

  private static final Map<String, String> PULL_REQUEST =
      TestRepository.environment("GITHUB_BASE_REF", "main");

  @TempDir Path folder;
  private TestRepository server;
  private TestRepository runner;

  /**
   * A server where main has moved on since feature left it, with the merge of both that GitHub
   * offers for a pull request, and a runner that knows nothing yet.
   */
  private static final FolderSnapshot BOTH =
      FolderSnapshot.of(
          folder -> {
            TestRepository server = TestRepository.onFeature(folder.resolve("server"));
            server.write("containers/a/Dockerfile", "2").commit("own");
            server.git("checkout", "--quiet", "main");
            server.write("containers/b/Dockerfile", "2").commit("theirs");
            server.git("checkout", "--quiet", "--detach");
            server.git("merge", "--quiet", "--no-edit", "feature");
            server.git("update-ref", "refs/pull/1/merge", "HEAD");
            server.git("checkout", "--quiet", "main");
            server.git("config", "uploadpack.allowAnySHA1InWant", "true");
            TestRepository runner = TestRepository.init(folder.resolve("runner"));
            runner.git("remote", "add", "origin", "../server");
          });

  @BeforeEach
  void startServer() {
    BOTH.copyTo(folder);
    server = TestRepository.at(folder.resolve("server"));
    runner = TestRepository.at(folder.resolve("runner"));
  }

  /** As actions/checkout does it for the event pull_request. */
  private void checkOutPullRequest(String... options) {
    String merge = server.git("rev-parse", "refs/pull/1/merge");
    String[] fetch = new String[options.length + 5];
    fetch[0] = "fetch";
    fetch[1] = "--quiet";
    fetch[2] = "--no-tags";
    System.arraycopy(options, 0, fetch, 3, options.length);
    fetch[options.length + 3] = "origin";
    fetch[options.length + 4] = "+" + merge + ":refs/remotes/pull/1/merge";
    runner.git(fetch);
    runner.git("checkout", "--quiet", "--force", "refs/remotes/pull/1/merge");
  }

  @Test
  void gitHubPullRequestAtDepthOneHasNoBase() {
    checkOutPullRequest("--depth=1");

    assertAll(runner.scope(PULL_REQUEST), Reason.NO_BASE);
  }

  @Test
  void gitHubPullRequestAtDepthTwoHasNoBase() {
    checkOutPullRequest("--depth=2");

    assertAll(runner.scope(PULL_REQUEST), Reason.NO_BASE);
  }

  @Test
  void gitHubPullRequestInFullIsComparedWithItsTarget() {
    runner.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
    checkOutPullRequest();

    assertThat(touched(runner.scope(PULL_REQUEST))).containsExactly("containers/a/Dockerfile");
    assertThat(runner.scope(PULL_REQUEST).base())
        .isEqualTo(
            new Base.Branch(
                "refs/remotes/origin/main", server.git("rev-parse", "refs/heads/main")));
  }

  @Test
  void gitHubPullRequestAtDepthTwoWithItsTargetFetchedIsEnough() {
    checkOutPullRequest("--depth=2");
    runner.git("fetch", "--quiet", "--depth=1", "origin", "+main:refs/remotes/origin/main");

    assertThat(touched(runner.scope(PULL_REQUEST))).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aShallowBranchHasNoMergeBase() {
    runner.git(
        "fetch",
        "--quiet",
        "--depth=1",
        "origin",
        "+main:refs/remotes/origin/main",
        "+feature:refs/remotes/origin/feature");
    runner.git("checkout", "--quiet", "-b", "feature", "refs/remotes/origin/feature");

    Scope scope = runner.scope();
    assertAll(scope, Reason.NO_MERGE_BASE);
    assertThat(scope.detail())
        .isEqualTo(
            "HEAD and refs/remotes/origin/main have no commit in common in this shallow clone;"
                + " in CI, check out with fetch-depth: 0");
  }

  @Test
  void gitLabMergeRequestIsComparedWithItsTargetWhereThatWasFetched() {
    Map<String, String> mergeRequest =
        TestRepository.environment("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
    String commit = server.git("rev-parse", "feature");
    runner.git("fetch", "--quiet", "--depth=20", "origin", "+" + commit + ":refs/pipelines/1");
    runner.git("checkout", "--quiet", "--force", "--detach", commit);
    assertAll(runner.scope(mergeRequest), Reason.NO_BASE);

    runner.git("fetch", "--quiet", "--depth=100", "origin", "+refs/heads/*:refs/remotes/origin/*");
    assertThat(touched(runner.scope(mergeRequest))).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aPushToMainChecksAll() {
    runner.git("fetch", "--quiet", "--depth=1", "origin", "+main:refs/remotes/origin/main");
    runner.git("checkout", "--quiet", "-B", "main", "refs/remotes/origin/main");

    assertAll(runner.scope(), Reason.ON_BASE);
  }

  @Test
  void aPushToMainThatIsCheckedOutAsACommitChecksAll() {
    runner.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
    runner.git("checkout", "--quiet", "--detach", "refs/remotes/origin/main");
    Scope scope = runner.scope();
    assertAll(scope, Reason.ON_BASE);
    assertThat(scope.detail()).startsWith("HEAD is a commit of refs/remotes/origin/main, so");

    runner.git("checkout", "--quiet", "--detach", "refs/remotes/origin/main~1");
    runner.write("generated", "1");
    assertAll(runner.scope(), Reason.ON_BASE);
  }

  @Test
  void aForcedPushToMainChecksAll() {
    runner.git("fetch", "--quiet", "origin", "+main:refs/remotes/origin/main");
    runner.git("checkout", "--quiet", "-B", "main", "refs/remotes/origin/main");
    server.git("commit", "--quiet", "--amend", "-m", "rewritten");
    runner.git("fetch", "--quiet", "origin", "+main:refs/remotes/origin/main");

    assertAll(runner.scope(), Reason.ON_BASE);
  }

  @Test
  void aPushToAnotherBranchOfACloneOfOneBranchHasNoBase() {
    TestRepository clone =
        TestRepository.clone(
            server, folder.resolve("clone"), "--single-branch", "--branch=feature");

    assertAll(clone.scope(), Reason.NO_BASE);
  }

  @Test
  void aPlainCloneIsComparedAlsoWhereItsRemoteIsNotNamedOrigin() {
    TestRepository clone =
        TestRepository.clone(
            server, folder.resolve("clone"), "--origin=company", "--branch=feature");

    assertThat(touched(clone.scope())).containsExactly("containers/a/Dockerfile");
    assertThat(((Base.Branch) clone.scope().base()).ref()).isEqualTo("refs/remotes/company/main");

    clone.git("checkout", "--quiet", "--detach");
    assertThat(touched(clone.scope())).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aForkIsComparedWithTheRemoteThatItsBranchFollows() {
    TestRepository fork = TestRepository.clone(server, folder.resolve("fork"), "--branch=feature");
    server.git("branch", "--quiet", "--force", "feature", "main");
    fork.git("remote", "add", "company", "file://" + server.root);
    fork.git("fetch", "--quiet", "company");
    fork.git("branch", "--quiet", "--set-upstream-to=company/feature");

    assertThat(((Base.Branch) fork.scope().base()).ref()).isEqualTo("refs/remotes/company/main");
    assertThat(touched(fork.scope())).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aCloneWithoutFileContentsIsEnough() {
    assertThat(touched(partialClone("--filter=blob:none").scope()))
        .containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aCloneWithoutFoldersIsNotAndNothingIsFetched() {
    TestRepository clone = partialClone("--filter=tree:0");
    String objects = clone.git("count-objects", "-v");

    assertAll(clone.scope(), Reason.GIT_FAILED);
    assertThat(clone.git("count-objects", "-v")).isEqualTo(objects);
  }

  private TestRepository partialClone(String filter) {
    server.git("config", "uploadpack.allowFilter", "true");
    return TestRepository.clone(server, folder.resolve("clone"), filter, "--branch=feature");
  }
}
