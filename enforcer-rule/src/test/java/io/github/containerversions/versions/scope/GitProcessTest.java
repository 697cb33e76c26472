package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How git is run: how long, and without leaving a trace. */
@Timeout(60)
class GitProcessTest {

  @TempDir Path folder;

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
    Map<String, String> environment = GitScript.environment(folder, "");
    Files.writeString(folder.resolve("bin/git"), "#!/nonexistent/interpreter\n");

    Scope scope = TestRepository.at(folder).scope(environment);

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("git could not be started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 60", "exec sleep 60", "exec 1>&-; sleep 60", "yes | tr -d y"})
  void aGitThatHangsIsEnded(String script) throws Exception {
    GitScope scope = new GitScope(Duration.ofMillis(300));
    Map<String, String> environment =
        GitScript.environment(folder, "echo $$ > '" + folder + "/pid'\n" + script + "\n");
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
                .examine(
                    TestRepository.at(folder)
                        .request(Mode.CHANGED, "", GitScript.environment(folder, "sleep 60\n")))
                .scope()
                .detail())
        .isEqualTo("git status gave no answer within 1 s");
  }

  @Test
  void aFailureWithoutAWordIsToldByItsExitCode() throws IOException {
    Scope scope = TestRepository.at(folder).scope(GitScript.environment(folder, "exit 3\n"));

    assertAll(scope, Reason.GIT_FAILED);
    assertThat(scope.detail()).isEqualTo("git status ended with exit code 3");
  }

  @Test
  void warningsAreNotTheFailure() throws IOException {
    Scope scope =
        TestRepository.at(folder)
            .scope(
                GitScript.environment(
                    folder, "echo 'warning: x' >&2; echo 'fatal: y' >&2; exit 128\n"));

    assertThat(scope.detail()).isEqualTo("y");
  }
}
