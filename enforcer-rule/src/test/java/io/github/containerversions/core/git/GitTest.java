package io.github.containerversions.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How git is run, shown by scripts in its place. */
@Timeout(60)
class GitTest {
  @TempDir private Path folder;

  /** An environment whose git is this script. */
  static Map<String, String> withGit(Path folder, String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path git = Files.writeString(bin.resolve("git"), "#!/bin/sh\n" + script + "\n");
    assertThat(git.toFile().setExecutable(true)).isTrue();
    return Map.of("PATH", bin + ":" + System.getenv("PATH"));
  }

  private String run(String script, String input, Duration timeout) throws Exception {
    return new Git(folder, withGit(folder, script), timeout)
        .run(input, List.of("-c", "a.b=c", "log", "--all"));
  }

  private String run(String script, String input) throws Exception {
    return run(script, input, Duration.ofSeconds(60));
  }

  @Test
  void anAnswerIsWhatGitPrintsAndItsInputIsGiven() throws Exception {
    assertThat(run("echo \"$*\"; cat; pwd; echo aside >&2", "in\n"))
        .isEqualTo(
            "-c core.fsmonitor= -c core.hooksPath=/dev/null -c a.b=c log --all\nin\n"
                + folder.toRealPath()
                + "\n");
  }

  @Test
  void gitIsStartedWithNothingButItsEnvironment() throws Exception {
    assertThat(run("env", "").lines())
        .contains("GIT_TERMINAL_PROMPT=0")
        .noneMatch(it -> it.startsWith("HOME="));
  }

  @Test
  void anErrorIsNoAnswer() {
    assertThatThrownBy(() -> run("echo out; echo 'fatal: bad' >&2; exit 128", ""))
        .isInstanceOfSatisfying(
            GitFailure.class,
            it -> {
              assertThat(it.line()).isEqualTo("bad");
              assertThat(it.isGitsOwn()).isTrue();
            });
    assertThatThrownBy(() -> run("exit 3", "x".repeat(1 << 20)))
        .hasMessage("git log ended with exit code 3");
  }

  @Test
  void aGitThatTakesTooLongGivesNoAnswer() {
    assertThatThrownBy(() -> run("exec sleep 30", "", Duration.ofMillis(200)))
        .hasMessage("git log gave no answer within 0 s");
    assertThatThrownBy(() -> run("exec >&-; exec sleep 30", "", Duration.ofMillis(200)))
        .hasMessage("git log gave no answer within 0 s");
  }

  @Test
  void aGitThatIsNotThereOrCannotBeStartedIsToldAsThat() {
    assertThatThrownBy(
            () -> new Git(folder, Map.of("PATH", "/none"), Duration.ZERO).run("", List.of("log")))
        .isInstanceOfSatisfying(GitFailure.class, it -> assertThat(it.isNoGit()).isTrue());
    assertThatThrownBy(
            () ->
                new Git(folder.resolve("none"), withGit(folder, ""), Duration.ofSeconds(60))
                    .run("", List.of("log")))
        .hasMessage("git could not be started");
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run("exec sleep 30", ""))
        .hasMessage("the wait for git was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
