package io.github.containerversions.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Shells that start other programs: what of it is ended, when, and what is left alone. */
@Timeout(20)
class RunningProcessesTest {
  private final RunningProcesses running = new RunningProcesses();
  private final List<Process> started = new ArrayList<>();
  private final List<ProcessHandle> below = new ArrayList<>();

  @AfterEach
  void leaveNothingBehind() {
    started.forEach(Process::destroyForcibly);
    below.forEach(ProcessHandle::destroyForcibly);
    running.close();
  }

  private Process start(String script) throws Exception {
    Process process = running.start(new ProcessBuilder("sh", "-c", script));
    started.add(process);
    return process;
  }

  /** The process whose number a shell prints on its next line. */
  private ProcessHandle printed(Process shell) throws IOException {
    ProcessHandle handle = ProcessHandle.of(Long.parseLong(line(shell))).orElseThrow();
    below.add(handle);
    return handle;
  }

  private static String line(Process shell) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = shell.getInputStream().read(); c >= 0 && c != '\n'; ) {
      line.append((char) c);
      c = shell.getInputStream().read();
    }
    return line.toString();
  }

  /** Ends a shell that waits for a line. */
  private static void letEnd(Process shell) throws Exception {
    shell.getOutputStream().close();
    shell.waitFor();
  }

  /** Whether a process has ended or does so at once; nobody may have asked yet how it ended. */
  private static boolean ends(ProcessHandle process) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (!process.isAlive() || isZombie(process)) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  private static boolean isZombie(ProcessHandle process) throws IOException {
    try (BufferedReader stat =
        Files.newBufferedReader(Path.of("/proc/" + process.pid() + "/stat"))) {
      return String.valueOf(stat.readLine()).contains(") Z ");
    } catch (NoSuchFileException endedOrNoSuchSystem) {
      return false;
    }
  }

  @Test
  void aProcessEndsWithEverythingBelowIt() throws Exception {
    Process shell = start("sh -c 'sleep 301 & echo $!; wait' & wait");
    ProcessHandle grandchild = printed(shell);

    running.end(shell);

    assertThat(ends(shell.toHandle())).isTrue();
    assertThat(ends(grandchild)).isTrue();
  }

  @Test
  void whatWasSeenBelowAProcessIsEndedAlsoWhenTheProcessHasEnded() throws Exception {
    Process shell = start("sleep 302 & echo $!; read line");
    ProcessHandle child = printed(shell);
    running.look(shell);
    letEnd(shell);
    running.look(shell);

    running.end(shell);

    assertThat(ends(child)).isTrue();
  }

  @Test
  void whatEndsWithTheVirtualMachineIsAllThatWasSeen() throws Exception {
    Process ended = start("sleep 303 & echo $!; read line");
    ProcessHandle child = printed(ended);
    running.look(ended);
    letEnd(ended);
    Process other = start("echo on; sleep 304");
    line(other);

    running.endAll();

    assertThat(ends(child)).isTrue();
    assertThat(ends(other.toHandle())).isTrue();
  }

  @Test
  void aProcessThatIsForgottenKeepsWhatItHasLeftInTheBackground() throws Exception {
    Process shell = start("sleep 305 & echo $!; read line");
    ProcessHandle child = printed(shell);
    running.look(shell);
    letEnd(shell);

    running.forget(shell);
    running.look(shell);
    running.endAll();

    assertThat(ends(child)).isFalse();
  }

  @Test
  void aProcessMayCleanUp() throws Exception {
    Process shell =
        start(
            "trap 'sleep 0.3; echo cleaned; exit' TERM; echo ready;"
                + " while :; do sleep 0.02; done");
    assertThat(line(shell)).isEqualTo("ready");

    running.end(shell);

    assertThat(line(shell)).isEqualTo("cleaned");
  }

  @Test
  void aProcessThatGoesOnAllTheSameIsEndedByForce() throws Exception {
    Process shell = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
    assertThat(line(shell)).isEqualTo("ready");

    running.end(shell);

    assertThat(ends(shell.toHandle())).isTrue();
  }

  @Test
  void whoIsInterruptedDoesNotWaitAndIsStillInterrupted() throws Exception {
    Process shell = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
    assertThat(line(shell)).isEqualTo("ready");

    Thread.currentThread().interrupt();
    running.end(shell);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ends(shell.toHandle())).isTrue();
  }

  @Test
  void nothingStartsWhenTheVirtualMachineEnds() {
    running.endAll();

    assertThatThrownBy(() -> start("exit"))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("the virtual machine ends");
  }
}
