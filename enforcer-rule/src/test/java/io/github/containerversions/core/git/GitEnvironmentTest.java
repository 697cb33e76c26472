package io.github.containerversions.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment that git gets, where it keeps its files, and what its errors mean. */
class GitEnvironmentTest {
  @TempDir private Path top;
  private Path root;

  @BeforeEach
  void aRepositoryWithAFolderInIt() throws IOException {
    Files.createDirectory(top.resolve(".git"));
    Files.writeString(top.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    root = Files.createDirectories(top.resolve("a/b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GIT_LITERAL_PATHSPECS",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_ATTR_SOURCE",
        "GIT_NAMESPACE",
        "GIT_EXTERNAL_DIFF"
      })
  void aVariableThatChangesAnswersIsTakenAway(String name) {
    assertThat(GitEnvironment.of(root, Map.of(name, "1", "HOME", "/h")))
        .doesNotContainKey(name)
        .containsEntry("HOME", "/h");
  }

  @ParameterizedTest
  @CsvSource({
    "GIT_NO_REPLACE_OBJECTS, 1",
    "GIT_GRAFT_FILE, /dev/null",
    "LC_ALL, C",
    "GIT_OPTIONAL_LOCKS, 0",
    "GIT_TERMINAL_PROMPT, 0",
    "GIT_NO_LAZY_FETCH, 1",
    "GIT_ALLOW_PROTOCOL, none"
  })
  void gitNeitherWritesNorAsksNorFetches(String name, String value) {
    assertThat(GitEnvironment.of(root, Map.of(name, "other"))).containsEntry(name, value);
  }

  /** Git exports them to hooks as relative to the top, and is started in the root here. */
  @Test
  void theFoldersOfAHookAreThoseOfTheTop() {
    assertThat(GitEnvironment.of(root, Map.of("GIT_DIR", ".git")))
        .containsEntry("GIT_DIR", top.resolve(".git").toString())
        .containsEntry("GIT_WORK_TREE", top.toString());
    assertThat(GitEnvironment.of(root, Map.of("GIT_DIR", ".git", "GIT_WORK_TREE", "w")))
        .containsEntry("GIT_DIR", top.resolve(".git").toString())
        .containsEntry("GIT_WORK_TREE", top.resolve("w").toString());
    assertThat(GitEnvironment.of(top, Map.of("GIT_DIR", ".git")))
        .containsEntry("GIT_DIR", ".git")
        .doesNotContainKey("GIT_WORK_TREE");
    assertThat(GitEnvironment.of(root, Map.of("GIT_DIR", "")))
        .containsEntry("GIT_DIR", "")
        .doesNotContainKey("GIT_WORK_TREE");
  }

  @Test
  void theTopIsTheNearestFolderThatGitTakesForOne() throws IOException {
    assertThat(GitEnvironment.top(root)).contains(top);
    assertThat(GitEnvironment.top(top)).contains(top);
    Files.createDirectory(top.resolve("a/.git"));
    assertThat(GitEnvironment.top(root)).as("past an empty folder").contains(top);
    Files.writeString(root.resolve(".git"), "gitdir: ../x\n");
    assertThat(GitEnvironment.top(root)).as("a worktree").contains(root);
  }

  @Test
  void gitKeepsItsFilesBesideTheTreeOrWhereItIsTold() throws IOException {
    Path git = top.resolve(".git");
    assertThat(GitEnvironment.gitDirectory(top, Map.of())).isEqualTo(git);
    assertThat(GitEnvironment.gitDirectory(top, Map.of("GIT_DIR", "x")))
        .isEqualTo(top.resolve("x"));
    assertThat(GitEnvironment.index(top, Map.of())).isEqualTo(git.resolve("index"));
    assertThat(GitEnvironment.index(top, Map.of("GIT_INDEX_FILE", ".git/next")))
        .isEqualTo(git.resolve("next"));
    Files.writeString(root.resolve(".git"), "gitdir: ../../.git/worktrees/b\n");
    assertThat(GitEnvironment.gitDirectory(root, Map.of()).normalize())
        .isEqualTo(git.resolve("worktrees/b"));
    Files.writeString(root.resolve(".git"), "something else\n");
    assertThat(GitEnvironment.gitDirectory(root, Map.of())).isEqualTo(root.resolve(".git"));
  }

  @Test
  void worktreesShareAFolder() throws IOException {
    Path own = Files.createDirectories(top.resolve(".git/worktrees/b"));
    assertThat(GitEnvironment.commonDirectory(own)).isEqualTo(own);
    Files.writeString(own.resolve("commondir"), "../..\n");
    assertThat(GitEnvironment.commonDirectory(own).normalize()).isEqualTo(top.resolve(".git"));
  }

  @Test
  void theProgramIsTheFirstOnThePathThatCanBeRun() throws IOException {
    Path first = Files.createFile(root.resolve("git"));
    Path second = Files.createFile(top.resolve("a/git"));
    assertThat(second.toFile().setExecutable(true)).isTrue();
    Files.createDirectory(top.resolve("git"));
    Map<String, String> path = Map.of("PATH", top + ":" + root + ":" + top.resolve("a"));

    assertThat(GitEnvironment.program(path)).contains(second);
    assertThat(first.toFile().setExecutable(true)).isTrue();
    assertThat(GitEnvironment.program(path)).contains(first);
    assertThat(GitEnvironment.program(Map.of("PATH", top.toString()))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fatal: not a git repository: x, not a git repository: x, true, false",
    "'warning: a\nfatal: b\n\n  c \n', b c, false, false",
    "'fatal: a\nfatal: b', b, false, false",
    "' a\n b', a b, false, false",
    "'fatal: dubious\ngit config --add safe.directory /x', "
        + "dubious git config --add safe.directory /x, false, true"
  })
  void anErrorOfGitIsOneLine(String error, String line, boolean noGit, boolean dubious) {
    GitFailure failure = GitFailure.exited("log", 128, error + "\n");

    assertThat(failure.line()).isEqualTo(line);
    assertThat(failure.text()).isEqualTo(error.strip());
    assertThat(failure.isNoGit()).isEqualTo(noGit);
    assertThat(failure.isGitsOwn()).isTrue();
    assertThat(failure.isDubiousOwnership()).isEqualTo(dubious);
  }

  @Test
  void anErrorWithoutAWordIsToldByItsCode() {
    GitFailure silent = GitFailure.exited("log", 3, " \n");
    assertThat(silent.line()).isEqualTo("git log ended with exit code 3");
    assertThat(silent.isGitsOwn()).isFalse();
    assertThat(GitFailure.noProgram().isNoGit()).isTrue();
    assertThat(GitFailure.of("x").isNoGit()).isFalse();
  }
}
