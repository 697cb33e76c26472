package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, histories and places of a working tree that are out of the ordinary. */
class WorkTreeShapesTest {

  @TempDir Path folder;

  private static final List<String> NAMES =
      List.of(
          "with space",
          "\"quoted\"",
          "it's",
          "tab\there",
          "line\nbreak",
          "line\n",
          "ünïcödé",
          "🐳",
          "-dash",
          ":colon",
          "star*",
          "[a]",
          "back\\slash",
          "#hash",
          "!bang",
          "? x",
          "1 .M",
          "a -> b",
          ":100644 100644 a b M");

  @Test
  void anyNameComesBackAsItIs() {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    NAMES.forEach(it -> repository.write("containers/" + it + "/committed", "1"));
    repository.commit("own");
    NAMES.forEach(it -> repository.write("containers/" + it + "/staged", "1"));
    repository.git("add", "--all");
    NAMES.forEach(it -> repository.write("containers/" + it + "/untracked", "1"));

    assertThat(touched(repository.scope()))
        .containsExactlyInAnyOrderElementsOf(
            NAMES.stream()
                .flatMap(it -> Stream.of("committed", "staged", "untracked").map(f -> it + "/" + f))
                .map(it -> "containers/" + it)
                .toList());
    for (String name : NAMES) {
      Path below = repository.root.resolve("containers").resolve(name);
      assertThat(touched(TestRepository.at(below).scope()))
          .as(name)
          .containsExactlyInAnyOrder("committed", "staged", "untracked");
    }
  }

  @Test
  void aBranchOfAnyNameIsTold() {
    TestRepository repository = TestRepository.onMain(folder);
    repository.git("checkout", "--quiet", "-b", "fix/ünïcödé#1");
    repository.write("f", "1");

    assertThat(touched(repository.scope())).containsExactly("f");
  }

  @Test
  void aRootBelowTheTopSeesItsOwnFilesOnly() {
    TestRepository top = TestRepository.onMain(folder);
    top.write("sub/service-versions.yaml", "1").write("sub/pom.xml", "1").commit("sub");
    top.git("checkout", "--quiet", "-b", "feature");
    top.write("pom.xml", "changed").commit("own");
    TestRepository below = TestRepository.at(folder.resolve("sub"));
    below.write("containers/x/Dockerfile", "1");
    top.write("subway/f", "1").write("f", "1");

    assertThat(touched(below.scope())).containsExactly("containers/x/Dockerfile");

    below.write("pom.xml", "2");
    assertAll(below.scope(), Reason.CONFIGURATION_CHANGED);
  }

  @Test
  void aLinkedWorktreeIsComparedByItsOwnBranch() {
    TestRepository repository = TestRepository.onMain(folder.resolve("r"));
    repository.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
    TestRepository linked = TestRepository.at(folder.resolve("linked"));
    linked.write("containers/a/Dockerfile", "2").commit("own");
    linked.write("f", "1");

    assertThat(touched(linked.scope())).containsExactlyInAnyOrder("containers/a/Dockerfile", "f");
    assertAll(repository.scope(), Reason.ON_BASE);
  }

  @Test
  void aWorktreeWhoseRepositoryIsNotThereIsNoRepository() {
    TestRepository torn = TestRepository.at(folder).write(".git", "gitdir: /nonexistent/x\n");

    Scope scope = torn.scope();
    assertAll(scope, Reason.NO_GIT);
    assertThat(scope.detail()).isEqualTo("not a git repository: /nonexistent/x");
  }

  @Test
  void aFailureIsToldWithoutAnAbsolutePath() {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.write(".git/config", "[nonsense");

    Scope scope = repository.scope();
    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).contains(".git/config").doesNotContain(folder.toString());
  }

  @Test
  void aBareRepositoryWidens() {
    TestRepository bare = TestRepository.at(folder);
    bare.git("init", "--quiet", "--bare");

    Scope scope = bare.scope();
    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("this operation must be run in a work tree");
  }

  @Test
  void aSubmoduleIsARepositoryOfItsOwn() {
    TestRepository library = TestRepository.onMain(folder.resolve("library"));
    TestRepository outer = TestRepository.onMain(folder.resolve("outer"));
    outer.git("submodule", "--quiet", "add", "file://" + library.root, "module");
    TestRepository module = TestRepository.at(outer.root.resolve("module"));
    module.git("checkout", "--quiet", "-b", "feature");
    module.write("containers/a/Dockerfile", "2");

    assertThat(touched(module.scope())).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void aContainerThatIsASubmoduleIsTouchedByItsCommitAndByItsContents() {
    TestRepository library = TestRepository.onMain(folder.resolve("library"));
    TestRepository repository = TestRepository.onMain(folder.resolve("r"));
    repository.git("submodule", "--quiet", "add", "file://" + library.root, "containers/m");
    repository.commit("submodule");
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.write("f", "1").commit("own");
    assertThat(touched(repository.scope())).containsExactly("f");

    repository.write("containers/m/untracked", "1");
    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", "containers/m");

    TestRepository.at(repository.root.resolve("containers/m")).commit("inside");
    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", "containers/m");

    repository.commit("moved on");
    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("f", "containers/m");
  }

  @Test
  void aRepositoryThatNobodyAddedIsTouchedAsAWhole() {
    TestRepository repository = TestRepository.onFeature(folder);
    TestRepository.onMain(folder.resolve("containers/nested"));

    assertThat(touched(repository.scope())).containsExactly("containers/nested");
    assertThat(
            ((Changes.Files) repository.scope().changes())
                .touch("containers/nested/containers/a/Dockerfile"))
        .isTrue();
  }

  @Test
  void aFileWhoseKindHasChangedIsTouched() throws Exception {
    TestRepository repository = TestRepository.onFeature(folder).write("f", "1").commit("f");
    repository.delete("containers/a/Dockerfile");
    Files.createSymbolicLink(folder.resolve("containers/a/Dockerfile"), Path.of("../b/Dockerfile"));
    assertThat(folder.resolve("containers/b/Dockerfile").toFile().setExecutable(true)).isTrue();

    assertThat(touched(repository.scope()))
        .containsExactlyInAnyOrder("f", "containers/a/Dockerfile", "containers/b/Dockerfile");
  }

  @Test
  void anUnfinishedMergeTouchesWhatIsInConflict() throws Exception {
    TestRepository repository =
        TestRepository.onFeature(folder).write("containers/a/Dockerfile", "ours").commit("own");
    repository.git("checkout", "--quiet", "-b", "other", "main");
    repository.write("containers/a/Dockerfile", "theirs").commit("other");
    repository.start(Map.of(), "merge", "feature").waitFor();

    assertThat(touched(repository.scope())).containsExactly("containers/a/Dockerfile");
  }

  @Test
  void afterACrissCrossMergeAllMergeBasesCount() {
    TestRepository repository = TestRepository.onFeature(folder).write("own", "1").commit("own");
    repository.git("branch", "--quiet", "before");
    repository.git("checkout", "--quiet", "main");
    repository.write("theirs", "1").commit("theirs");
    repository.git("checkout", "--quiet", "feature");
    repository.git("merge", "--quiet", "--no-edit", "main");
    repository.git("checkout", "--quiet", "main");
    repository.git("merge", "--quiet", "--no-edit", "before");
    repository.git("checkout", "--quiet", "feature");
    repository.write("f", "1").commit("last");
    String[] bases = repository.git("merge-base", "--all", "main", "feature").split("\n");
    assertThat(bases).hasSize(2);

    assertThat(touched(repository.scope())).containsExactlyInAnyOrder("own", "theirs", "f");
    assertThat(((Base.Branch) repository.scope().base()).commit()).isIn((Object[]) bases);
  }

  @Test
  void hashesMayBeSha256() {
    TestRepository repository = TestRepository.at(folder);
    repository.git("init", "--quiet", "--object-format=sha256");
    repository.git("symbolic-ref", "HEAD", "refs/heads/main");
    repository.write("f", "1").commit("first");
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.write("f", "2").commit("second");

    assertThat(touched(repository.scope())).containsExactly("f");
  }
}
