package io.github.containerversions.versions.site.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time, how many at once, and what is left behind. */
class VersionCommandsLimitsTest extends CommandsOnDisk {
  @Test
  void aCommandThatFloodsForeverIsEndedInTime() throws IOException {
    script("tell", "exec yes");

    assertThat(message(ask(1, "tell")))
        .isEqualTo("nixVersionCommand did not end within 1 second, and said nothing");
  }

  @Test
  void aCommandOutOfTimeIsEndedWithEverythingBelowIt() throws Exception {
    script(
        "tell",
        "echo waiting >&2; sleep 301 & echo $! > child; sh -c 'sleep 302 & echo $! > grandchild; wait' & wait");

    assertThat(ask(2, "tell {package}"))
        .isEqualTo(
            new CommandAnswer.Failure(
                "nixVersionCommand did not end within 2 seconds: waiting",
                "raise commandTimeout, or run it by hand in the repository root: tell redis"));
    assertThat(lives("child")).isFalse();
    assertThat(lives("grandchild")).isFalse();
  }

  @Test
  void aCommandThatIgnoresTheRequestToEndIsEndedAllTheSame() throws Exception {
    script(
        "tell",
        "trap '' TERM; echo $$ > parent; sh -c 'trap \"\" TERM; echo $$ > child; while :; do sleep 1; done' & while :; do sleep 1; done");

    assertThat(message(ask(1, "tell"))).startsWith("nixVersionCommand did not end within 1 s");
    assertThat(lives("parent")).isFalse();
    assertThat(lives("child")).isFalse();
  }

  @Test
  void aCommandMayCleanUpWhenItsTimeIsOver() throws Exception {
    script("tell", "trap 'echo done > cleaned; exit 1' TERM; while :; do sleep 0.05; done");

    assertThat(message(ask(1, "tell"))).contains("did not end within");
    assertThat(root.resolve("cleaned")).hasContent("done");
  }

  @Test
  @Timeout(20)
  void aProcessLeftBehindThatHoldsTheOutputOpenIsNotWaitedFor() throws Exception {
    script("tell", "sleep 303 & echo $! > child; echo 1.2.3");

    assertThat(version(ask("tell"))).isEqualTo("1.2.3");
    ProcessHandle.of(pid("child")).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void atMostFourRunAtOnceAndAnswersKeepTheOrder() throws IOException {
    script(
        "tell",
        "mkdir -p running; touch running/$1; ls running | wc -l >> seen; sleep 0.2;"
            + " rm running/$1; echo 1.$1");
    VersionCommand command = VersionCommand.parse("nixVersionCommand", "tell {container}");
    List<VersionRequest> requests =
        IntStream.range(0, 12)
            .mapToObj(i -> new VersionRequest(command, container("" + i), ""))
            .toList();

    List<CommandAnswer> answers = commands(TIMEOUT).ask(requests, progress::add);

    assertThat(answers.stream().map(VersionCommandsTest::version))
        .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "1." + i).toList());
    int most =
        Files.readAllLines(root.resolve("seen")).stream()
            .mapToInt(line -> Integer.parseInt(line.strip()))
            .max()
            .orElseThrow();
    assertThat(most).isBetween(2, 4);
    assertThat(progress).hasSize(12);
  }

  @Test
  void anInterruptEndsEverythingAndIsPassedOn() throws Exception {
    script("tell", "echo $$ > pid-$1; exec sleep 304");
    VersionCommand command = VersionCommand.parse("nixVersionCommand", "tell {container}");
    List<VersionRequest> requests =
        IntStream.range(0, 6)
            .mapToObj(i -> new VersionRequest(command, container("" + i), ""))
            .toList();
    AtomicReference<List<CommandAnswer>> answers = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              answers.set(commands(TIMEOUT).ask(requests, line -> {}));
              flag.set(Thread.currentThread().isInterrupted());
            });

    caller.start();
    for (int i = 0; i < 4; i++) {
      while (!Files.exists(root.resolve("pid-" + i)) || Files.size(root.resolve("pid-" + i)) == 0) {
        Thread.sleep(10);
      }
    }
    caller.interrupt();
    caller.join();

    assertThat(flag).hasValue(true);
    assertThat(answers.get())
        .hasSize(6)
        .allSatisfy(answer -> assertThat(message(answer)).contains("interrupted"));
    for (int i = 0; i < 4; i++) {
      assertThat(lives("pid-" + i)).isFalse();
    }
    assertThat(root.resolve("pid-4")).doesNotExist();
  }

  /**
   * A shell ends at once, and its children in the background do not. Not by the signal of Ctrl-C: a
   * build that runs in the background of a script passes on that it is ignored.
   */
  @Test
  void aCommandThatASignalEndsTakesItsChildrenWithIt() throws Exception {
    script("tell", "sleep 304 & echo $! > child; sleep 1.5; kill -TERM $$");

    assertThat(message(ask("tell"))).contains("exit code 143");
    assertThat(lives("child")).isFalse();
  }

  @Test
  @Timeout(20)
  void aCommandThatClosesItsOutputAndLingersIsEndedInTime() throws Exception {
    script("tell", "echo 1.2.3; exec >&- 2>&-; echo $$ > parent; sleep 305");

    assertThat(message(ask(1, "tell"))).contains("did not end within 1 second");
    assertThat(lives("parent")).isFalse();
  }

  @Test
  void aTimeLimitIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> commands(0))
        .withMessage("commandTimeout must be at least 1, not 0");
  }

  private long pid(String file) throws IOException {
    return Long.parseLong(Files.readString(root.resolve(file)).strip());
  }

  /** Whether a process is still there after a moment; one that has ended may wait to be reaped. */
  private boolean lives(String file) throws Exception {
    Path status = Path.of("/proc/" + pid(file) + "/stat");
    for (int i = 0; i < 100; i++) {
      boolean ended =
          Files.isDirectory(Path.of("/proc/self"))
              ? !Files.exists(status) || Files.readString(status).contains(") Z ")
              : ProcessHandle.of(pid(file)).isEmpty();
      if (ended) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }
}
