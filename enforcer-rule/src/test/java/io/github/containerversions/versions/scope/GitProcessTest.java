package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How git is run: how often, how long, and without leaving a trace. */
@Timeout(60)
class GitProcessTest {

  @TempDir Path folder;

  /** An environment whose git is this script. */
  private Map<String, String> withGit(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path git = Files.writeString(bin.resolve("git"), "#!/bin/sh\n" + script);
    assertThat(git.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = TestRepository.environment();
    environment.put("PATH", bin + File.pathSeparator + environment.get("PATH"));
    return environment;
  }

  private Map<String, String> withCount() throws IOException {
    return withGit(
        "echo \"$*\" >> '%s'\nPATH=${PATH#*:} exec git \"$@\"\n".formatted(folder.resolve("log")));
  }

  private List<String> calls() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private TestRepository sparse() {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.write("containers/a/Dockerfile", "2").commit("own");
    repository.git("sparse-checkout", "set", "--cone", "containers/a");
    return repository;
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

    assertThat(calls().stream().map(GitProcessTest::command).sorted())
        .containsExactly(questions.split(" "));
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
  void theOtherQuestionsAreAskedWhileGitLooksAtTheDisk(String checkout) throws IOException {
    Path log = folder.resolve("log");
    Map<String, String> environment =
        withGit(
            """
            echo "$*" >> '%1$s'
            case " $* " in *" status "*) until grep -q diff-tree '%1$s'; do sleep 0.02; done;; esac
            PATH=${PATH#*:} exec git "$@"
            """
                .formatted(log));

    assertThat(touched(branches(checkout).scope(environment))).containsExactly("f");
  }

  @Test
  void whoeverWaitsForGitCanBeInterrupted() throws Exception {
    Map<String, String> environment =
        withGit(
            """
            case " $* " in *" for-each-ref "*) exec sleep 60;; esac
            PATH=${PATH#*:} exec git "$@"
            """);
    TestRepository repository = branches("feature");
    FutureTask<Scope> asked = new FutureTask<>(() -> repository.scope(environment));
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              asked.run();
              interrupted.set(Thread.currentThread().isInterrupted());
            });

    thread.start();
    // Another thread has asked already; this one waits without a limit of its own.
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join();

    assertAll(asked.get(), Reason.GIT_FAILED);
    assertThat(asked.get().detail()).isEqualTo("the wait for git was interrupted");
    assertThat(interrupted).as("the build can see it, too").isTrue();
  }

  /** Such a name leads to no file on disk, so that nobody knows what was touched. */
  @ParameterizedTest
  @ValueSource(strings = {"\\377", "containers/a/\\377"})
  void whereANameIsNoTextEverythingIsChecked(String name) throws IOException {
    Map<String, String> environment =
        withGit(
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
    assertThat(calls()).hasSizeBetween(4, MAX_CALLS);
  }

  private static final int MAX_CALLS = 4;

  @Test
  void allTakesNoProcessWhereNothingLooksAmiss() throws IOException {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));

    assertThat(repository.examine(Mode.ALL, withCount()).gaps()).isEmpty();
    assertThat(calls()).isEmpty();
  }

  @Test
  void neitherIndexNorWorkingTreeChangesAByte() throws IOException {
    TestRepository repository = TestRepository.onFeature(folder.resolve("r"));
    repository.write("f", "1").commit("own");
    repository.write("containers/a/Dockerfile", "2").write("untracked", "1");
    Files.setLastModifiedTime(
        repository.root.resolve("containers/b/Dockerfile"),
        java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
    Map<String, String> before = contents(repository.root);

    assertThat(touched(repository.scope())).hasSize(3);

    assertThat(contents(repository.root)).isEqualTo(before);
  }

  /** Path to contents and time of every file, git's own among them. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            contents.put(
                root.relativize(file).toString(),
                attributes.lastModifiedTime() + Arrays.toString(Files.readAllBytes(file)));
            return FileVisitResult.CONTINUE;
          }
        });
    return contents;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "bin", "/nonexistent", ":", "\0"})
  void withoutAGitProgramEverythingIsChecked(String path) throws IOException {
    TestRepository repository = TestRepository.onFeature(folder);
    repository.write("git", "#!/bin/sh\n").write("bin/git", "#!/bin/sh\n");
    Map<String, String> environment = TestRepository.environment("PATH", path);

    Scope scope = repository.scope(environment);

    assertAll(scope, Reason.NO_GIT);
    assertThat(scope.detail()).isEqualTo("there is no git program on the PATH");
  }

  @Test
  void withoutAPathEverythingIsChecked() {
    Map<String, String> environment = new HashMap<>(TestRepository.environment());
    environment.remove("PATH");

    assertAll(TestRepository.onFeature(folder).scope(environment), Reason.NO_GIT);
  }

  @Test
  void aProgramThatCannotBeStartedIsAFailure() throws IOException {
    Map<String, String> environment = withGit("");
    Files.writeString(folder.resolve("bin/git"), "#!/nonexistent/interpreter\n");

    Scope scope = TestRepository.at(folder).scope(environment);

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("git could not be started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 60", "exec sleep 60", "exec 1>&-; sleep 60", "yes | tr -d y"})
  void aGitThatHangsIsEnded(String script) throws Exception {
    GitScope scope = new GitScope(Duration.ofMillis(300));
    Map<String, String> environment = withGit("echo $$ > '" + folder + "/pid'\n" + script + "\n");
    long start = System.nanoTime();

    Scope found =
        scope.examine(TestRepository.at(folder).request(Mode.CHANGED, "", environment)).scope();

    assertAll(found, Reason.GIT_FAILED);
    assertThat(found.detail()).startsWith("git status ");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    for (int i = 0; i < 500 && isAlive(pid); i++) {
      Thread.sleep(10);
    }
    assertThat(isAlive(pid)).isFalse();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void theTimeIsToldInSeconds() throws Exception {
    GitScope scope = new GitScope(Duration.ofSeconds(1));

    assertThat(
            scope
                .examine(TestRepository.at(folder).request(Mode.CHANGED, "", withGit("sleep 60\n")))
                .scope()
                .detail())
        .isEqualTo("git status gave no answer within 1 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "for-each-ref", "rev-parse", "diff-tree"})
  void whereGitFailsNothingIsTakenForEmpty(String command) throws IOException {
    TestRepository repository =
        TestRepository.onFeature(folder.resolve("r")).write("f", "1").commit("own");
    Map<String, String> environment =
        withGit(
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
        withGit(
            """
            case " $* " in *" %s "*) echo "something else"; exit 0;; esac
            PATH=${PATH#*:} exec git "$@"
            """
                .formatted(command));

    Scope scope = repository.scope(environment);

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).startsWith("git " + command);
  }

  @Test
  void aFailureWithoutAWordIsToldByItsExitCode() throws IOException {
    Scope scope = TestRepository.at(folder).scope(withGit("exit 3\n"));

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("git status ended with exit code 3");
  }

  @Test
  void warningsAreNotTheFailure() throws IOException {
    Scope scope =
        TestRepository.at(folder)
            .scope(withGit("echo 'warning: x' >&2; echo 'fatal: y' >&2; exit 128\n"));

    assertThat(scope.detail()).isEqualTo("y");
  }
}
