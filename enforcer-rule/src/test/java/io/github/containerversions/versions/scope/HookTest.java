package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Inside hooks, with the environment and the index that git itself gives them. */
@Timeout(60)
class HookTest {

  @TempDir Path folder;

  /**
   * Runs a git command whose hook waits while the scope is taken.
   *
   * @param root the repository root, which may lie below the top
   */
  private Scope inHook(TestRepository top, Path root, String hook, String... command)
      throws Exception {
    Path seen = folder.resolve("seen");
    Path done = folder.resolve("done");
    Path file = Path.of(top.git("rev-parse", "--git-path", "hooks/" + hook));
    Path script = top.root.resolve(file);
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        "#!/bin/sh\nenv > '%s.part' && mv '%s.part' '%s'\nwhile [ ! -e '%s' ]; do sleep 0.02; done\n"
            .formatted(seen, seen, seen, done));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Process process = top.start(Map.of(), command);
    try {
      while (!Files.exists(seen)) {
        assertThat(process.isAlive()).as("git is waiting for its hook").isTrue();
        Thread.sleep(10);
      }
      return TestRepository.at(root).scope(variables(seen));
    } finally {
      Files.createFile(done);
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
    }
  }

  private static Map<String, String> variables(Path file) throws Exception {
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      variables.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return variables;
  }

  private TestRepository withLocalChanges() {
    TestRepository repository = TestRepository.onMain(folder.resolve("r"));
    repository.write("sub/f", "1").write("g", "1").commit("more");
    repository.git("checkout", "--quiet", "-b", "feature");
    return repository.write("containers/a/Dockerfile", "2").write("sub/f", "2").write("g", "2");
  }

  @Test
  void commitOfWhatIsStaged() throws Exception {
    TestRepository repository = withLocalChanges();
    repository.git("add", "containers/a/Dockerfile");

    assertThat(touched(inHook(repository, repository.root, "pre-commit", "commit", "-m", "own")))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
  }

  @Test
  void commitOfAllSeesTheIndexThatIsToBeCommitted() throws Exception {
    TestRepository repository = withLocalChanges();
    Callable<String> index = () -> repository.git("diff-index", "--cached", "--name-only", "HEAD");
    assertThat(index.call()).isEmpty();

    assertThat(touched(inHook(repository, repository.root, "pre-commit", "commit", "-am", "own")))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void commitOfOnePathSeesTheIndexThatIsToBeCommitted() throws Exception {
    TestRepository repository = withLocalChanges();

    assertThat(
            touched(
                inHook(
                    repository,
                    repository.root,
                    "pre-commit",
                    "commit",
                    "-m",
                    "own",
                    "--",
                    "containers/a/Dockerfile")))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
    assertThat(repository.git("diff", "--name-only", "main", "HEAD"))
        .isEqualTo("containers/a/Dockerfile");
  }

  @Test
  void theIndexOfTheHookIsTheOneThatIsRead() throws Exception {
    TestRepository repository = withLocalChanges();
    repository.git("stash", "--quiet");
    repository.write("own", "1").commit("own");
    repository.write("containers/b/Dockerfile", "staged elsewhere");
    repository.git("add", "--all");
    Files.copy(repository.root.resolve(".git/index"), folder.resolve("other-index"));
    repository.git("reset", "--quiet", "--hard");
    assertThat(touched(repository.scope())).containsExactly("own");

    Map<String, String> environment =
        TestRepository.environment("GIT_INDEX_FILE", folder.resolve("other-index").toString());
    assertThat(touched(repository.scope(environment)))
        .containsExactlyInAnyOrder("own", "containers/b/Dockerfile");
  }

  @Test
  void commitWithTheRootBelowTheTop() throws Exception {
    TestRepository repository = withLocalChanges();

    assertThat(
            touched(
                inHook(
                    repository,
                    repository.root.resolve("sub"),
                    "pre-commit",
                    "commit",
                    "-am",
                    "own")))
        .containsExactly("f");
  }

  @Test
  void commitInALinkedWorktree() throws Exception {
    TestRepository repository = TestRepository.onMain(folder.resolve("r"));
    repository.write("sub/f", "1").commit("more");
    repository.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
    TestRepository linked = TestRepository.at(folder.resolve("linked"));
    linked.write("containers/a/Dockerfile", "2").write("sub/f", "2");

    Scope scope = inHook(linked, linked.root, "pre-commit", "commit", "-am", "own");

    assertThat(touched(scope)).containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f");
  }

  @Test
  void commitInALinkedWorktreeWithTheRootBelowTheTop() throws Exception {
    TestRepository repository = TestRepository.onMain(folder.resolve("r"));
    repository.write("sub/f", "1").commit("more");
    repository.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
    TestRepository linked = TestRepository.at(folder.resolve("linked"));
    linked.write("containers/a/Dockerfile", "2").write("sub/f", "2");

    Path root = linked.root.resolve("sub");
    assertThat(touched(inHook(linked, root, "pre-commit", "commit", "-am", "own")))
        .containsExactly("f");
  }

  @Test
  void variablesThatAreRelativeToTheTop() {
    TestRepository repository = withLocalChanges();
    Map<String, String> environment = TestRepository.environment("GIT_DIR", ".git");
    environment.put("GIT_INDEX_FILE", ".git/index");
    TestRepository below = TestRepository.at(repository.root.resolve("sub"));

    assertThat(touched(repository.scope(environment)))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
    assertThat(touched(below.scope(environment))).containsExactly("f");

    environment.put("GIT_WORK_TREE", ".");
    assertThat(touched(repository.scope(environment)))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
    assertThat(touched(below.scope(environment))).containsExactly("f");
  }

  @Test
  void aWorkTreeApartFromItsRepository() throws Exception {
    TestRepository repository = withLocalChanges();
    Path apart = folder.resolve("apart");
    Files.move(repository.root.resolve(".git"), apart);
    Map<String, String> environment = TestRepository.environment("GIT_DIR", apart.toString());
    environment.put("GIT_WORK_TREE", repository.root.toString());

    assertThat(touched(repository.scope(environment)))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
    assertThat(touched(TestRepository.at(repository.root.resolve("sub")).scope(environment)))
        .containsExactly("f");
  }

  @Test
  void pushOfTheCurrentBranch() throws Exception {
    TestRepository server = TestRepository.at(folder.resolve("server"));
    server.git("init", "--quiet", "--bare");
    TestRepository repository = withLocalChanges();
    repository.git("remote", "add", "origin", "file://" + server.root);
    repository.git("push", "--quiet", "origin", "main");
    repository.commit("own");

    assertThat(
            touched(inHook(repository, repository.root, "pre-push", "push", "origin", "feature")))
        .containsExactlyInAnyOrder("containers/a/Dockerfile", "sub/f", "g");
  }
}
