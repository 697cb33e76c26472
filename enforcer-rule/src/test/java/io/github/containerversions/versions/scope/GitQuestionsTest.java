package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git is asked: how often, when, and what its answers lead to. */
@Timeout(60)
class GitQuestionsTest {

  @TempDir Path folder;

  private Map<String, String> withCount() throws IOException {
    return GitScript.environment(
        folder,
        "echo \"$*\" >> '%s'\nPATH=${PATH#*:} exec git \"$@\"\n".formatted(folder.resolve("log")));
  }

  private List<String> calls() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** A branch with a commit of its own, one with another first commit, and a remote's main. */
  private static final FolderSnapshot BRANCHES =
      FolderSnapshot.of(
          root -> {
            TestRepository repository =
                TestRepository.onFeature(root).write("f", "1").commit("own");
            repository.git("update-ref", "refs/remotes/origin/main", "main");
            String apart = repository.git("commit-tree", "-m", "apart", "main^{tree}");
            repository.git("update-ref", "refs/heads/apart", apart);
          });

  private TestRepository branches(String checkout) {
    Path root = folder.resolve("r");
    BRANCHES.copyTo(root);
    TestRepository repository = TestRepository.at(root);
    repository.git(("checkout --quiet " + checkout).split(" "));
    return repository;
  }

  /**
   * No question is asked twice, and trees are compared only where there is something to compare.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "feature, diff-tree for-each-ref rev-parse status",
    "--detach feature, diff-tree for-each-ref rev-parse status",
    "-b new main, for-each-ref rev-parse status",
    "--detach main, for-each-ref rev-parse status",
    "-B main feature, for-each-ref rev-parse status",
    "apart, for-each-ref rev-parse status"
  })
  void aComparisonTakesFourProcessesAtMost(String checkout, String questions) throws IOException {
    branches(checkout).scope(withCount());

    assertThat(calls().stream().map(GitQuestionsTest::command).sorted())
        .containsExactly(questions.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"feature", "--detach feature", "--detach main", "-B main feature", "apart"})
  void whatIsAskedBeforeTheRequestIsKnownIsNotAskedAgain(String checkout) throws Exception {
    ScopeRequest request = branches(checkout).request(Mode.CHANGED, "", withCount());
    GitScope early = new GitScope(Duration.ofSeconds(10));

    early.begin(request.repositoryRoot(), request.baseRef(), request.environment());
    Scope scope = early.examine(request).scope();

    assertThat(calls()).extracting(GitQuestionsTest::command).doesNotHaveDuplicates();
    assertThat(scope).isEqualTo(new GitScope(Duration.ofSeconds(10)).examine(request).scope());
  }

  @Test
  void whatIsWrongWithTheBaseIsToldForTheRequest() throws Exception {
    ScopeRequest request = branches("feature").request(Mode.CHANGED, "nowhere", withCount());
    GitScope early = new GitScope(Duration.ofSeconds(10));

    early.begin(request.repositoryRoot(), request.baseRef(), request.environment());

    assertThatThrownBy(() -> early.examine(request))
        .isInstanceOf(ScopeException.class)
        .hasMessageContaining("nowhere");
  }

  private static String command(String call) {
    return Stream.of("status", "for-each-ref", "rev-parse", "diff-tree")
        .filter(it -> call.contains(" " + it + " "))
        .findFirst()
        .orElse(call);
  }

  /** In a large tree git looks at the disk for seconds; here, until the last question is there. */
  @ParameterizedTest
  @ValueSource(strings = {"feature", "--detach feature"})
  void theOtherQuestionsAreAskedWhileGitLooksAtTheDisk(String checkout) throws Exception {
    Path log = folder.resolve("log");
    Map<String, String> environment =
        GitScript.environment(
            folder,
            """
            echo "$*" >> '%1$s'
            case " $* " in *" status "*) until grep -q diff-tree '%1$s'; do sleep 0.02; done;; esac
            PATH=${PATH#*:} exec git "$@"
            """
                .formatted(log));

    GitScope patient = new GitScope(Duration.ofSeconds(10));
    ScopeRequest request = branches(checkout).request(Mode.CHANGED, "", environment);

    assertThat(touched(patient.examine(request).scope())).containsExactly("f");
  }

  @Test
  void whoeverWaitsForGitCanBeInterrupted() throws Exception {
    Path answered = folder.resolve("answered");
    Map<String, String> environment =
        GitScript.environment(
            folder,
            """
            case " $* " in *" for-each-ref "*) exec sleep 60;; esac
            PATH=${PATH#*:} git "$@"
            touch '%s'
            """
                .formatted(answered));
    ScopeRequest request = branches("feature").request(Mode.CHANGED, "", environment);
    GitScope patient = new GitScope(Duration.ofSeconds(10));
    FutureTask<Scope> asked = new FutureTask<>(() -> patient.examine(request).scope());
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              asked.run();
              interrupted.set(Thread.currentThread().isInterrupted());
            });

    thread.start();
    // Status has answered; another thread has asked for the refs, and this one waits for it.
    for (int i = 0; i < 1000 && !(Files.exists(answered) && isWaiting(thread)); i++) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join();

    assertAll(asked.get(), Reason.GIT_FAILED);
    assertThat(asked.get().detail()).isEqualTo("the wait for git was interrupted");
    assertThat(interrupted).as("the build can see it, too").isTrue();
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "for-each-ref", "rev-parse", "diff-tree"})
  void whereGitFailsNothingIsTakenForEmpty(String command) throws IOException {
    TestRepository repository =
        TestRepository.onFeature(folder.resolve("r")).write("f", "1").commit("own");
    Map<String, String> environment =
        GitScript.environment(
            folder,
            """
            case " $* " in *" %s "*) echo "fatal: out of luck" >&2; exit 128;; esac
            PATH=${PATH#*:} exec git "$@"
            """
                .formatted(command));

    Scope scope = repository.scope(environment);

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("out of luck");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "for-each-ref", "rev-parse", "diff-tree"})
  void whereGitSpeaksAnUnknownLanguageNothingIsTakenForEmpty(String command) throws IOException {
    TestRepository repository =
        TestRepository.onFeature(folder.resolve("r")).write("f", "1").commit("own");
    Map<String, String> environment =
        GitScript.environment(
            folder,
            """
            case " $* " in *" %s "*) echo "something else"; exit 0;; esac
            PATH=${PATH#*:} exec git "$@"
            """
                .formatted(command));

    Scope scope = repository.scope(environment);

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).startsWith("git " + command);
  }

  /** Such a name leads to no file on disk, so that nobody knows what was touched. */
  @ParameterizedTest
  @ValueSource(strings = {"\\377", "containers/a/\\377"})
  void whereANameIsNoTextEverythingIsChecked(String name) throws IOException {
    Map<String, String> environment =
        GitScript.environment(
            folder,
            """
            PATH=${PATH#*:}
            git "$@" || exit
            case " $* " in *" status "*) printf '? %s\\0';; esac
            """
                .formatted(name));

    Scope scope = branches("feature").scope(environment);

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("git lists a file whose name is not valid in this locale");
  }

  private TestRepository sparse() {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.write("containers/a/Dockerfile", "2").commit("own");
    repository.git("sparse-checkout", "set", "--cone", "containers/a");
    return repository;
  }

  @Test
  void gapsTakeNoMoreThanFourEither() throws IOException {
    ScopedCheckout checkout = sparse().examine(Mode.CHANGED, withCount());

    assertThat(touched(checkout.scope())).containsExactly("containers/a/Dockerfile");
    assertThat(checkout.gaps()).hasSize(1);
    assertThat(calls()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refs/heads/main", "0000000000000000000000000000000000000000"})
  void norDoesARangeOfPreCommit(String from) throws IOException {
    Map<String, String> environment = withCount();
    environment.put("PRE_COMMIT_FROM_REF", from);

    assertThat(sparse().examine(Mode.CHANGED, environment).gaps()).hasSize(1);
    assertThat(calls()).hasSize(4);
  }

  @Test
  void allTakesNoProcessWhereNothingLooksAmiss() throws IOException {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));

    assertThat(repository.examine(Mode.ALL, withCount()).gaps()).isEmpty();
    assertThat(calls()).isEmpty();
  }
}
