package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitOrRunNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_SHA",
        "github.sha",
        "github.event.pull_request.head.sha",
        "steps.meta.outputs.short-sha",
        "sha7",
        "COMMIT",
        "commitSha",
        "gitCommit",
        "--commit-sha",
        "CI_COMMIT_SHORT_SHA",
        "github.run_number",
        "GITHUB_RUN_ID",
        "runNumber",
        "$(git rev-parse HEAD)",
        "$(git describe --always)",
        "$(echo $GITHUB_SHA | cut -c1-7)",
      })
  void itTellsOfACommitOrARun(String text) {
    assertThat(CommitOrRunNames.of(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHARED",
        "SHARE_TAG",
        "shape",
        "COMMITTER",
        "github.ref_name",
        "VERSION",
        "NUMBER",
        "RUNNER_ID",
        "vars.RUNTIME",
        "$(sha256sum x)",
        "$(git rev-parse --abbrev-ref HEAD)",
        "$(git describe --abbrev=0)",
        "",
      })
  void itDoesNot(String text) {
    assertThat(CommitOrRunNames.of(text)).isFalse();
  }
}
