package io.github.containerversions.source.command;

import io.github.containerversions.process.RunningProcesses;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process from its start to its end, under a time limit and with bounded memory. */
final class CommandRun {
  /** How much of the end of standard output is kept, in bytes. */
  static final int KEPT_OUTPUT = 64 << 10;

  private static final int KEPT_ERRORS = 8 << 10;

  /** The longest time between two looks at the output, in milliseconds; the end is seen at once. */
  private static final long LONGEST_PAUSE = 32;

  /** The time between two looks at what a command has started, in nanoseconds. */
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  /** From here on an exit code stands for a signal that ended the command. */
  private static final int SIGNALLED = 128;

  private CommandRun() {}

  /** How a process ended, and the last lines that it printed; blank lines are left out. */
  sealed interface End {
    List<String> errors();

    /**
     * By itself.
     *
     * @param cut whether what was printed last is not known, as no whole line of it was kept
     */
    record Exited(int code, List<String> output, boolean cut, List<String> errors) implements End {}

    record OutOfTime(List<String> errors) implements End {}
  }

  /**
   * Runs a process that finds its standard input at an end.
   *
   * @param running what ends the process with the virtual machine
   * @param timeout in seconds; then the process and everything below it is ended
   * @throws IOException if it cannot be started
   * @throws InterruptedException if this thread was interrupted; the process has been ended then
   */
  static End run(RunningProcesses running, ProcessBuilder builder, int timeout)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long looked = start;
    Process process = running.start(builder);
    try {
      process.getOutputStream().close();
      OutputTail output = new OutputTail(process.getInputStream(), KEPT_OUTPUT);
      OutputTail errors = new OutputTail(process.getErrorStream(), KEPT_ERRORS);
      long pause = 1;
      while (true) {
        // Asked before the output is taken: what an ended process printed is all there.
        boolean ended = !process.isAlive();
        int printed = output.take() + errors.take();
        if (ended) {
          return new End.Exited(
              process.exitValue(), output.wholeLines(), output.isCut(), errors.lines());
        }
        if (System.nanoTime() - looked >= LOOK) {
          running.look(process);
          looked = System.nanoTime();
        }
        if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(timeout)) {
          return new End.OutOfTime(errors.lines());
        }
        pause = printed > 0 ? 1 : Math.min(2 * pause, LONGEST_PAUSE);
        process.waitFor(pause, TimeUnit.MILLISECONDS);
      }
    } finally {
      // Ctrl-C reaches a command before it reaches us, and may pass over its children.
      if (process.isAlive() || process.exitValue() > SIGNALLED) {
        running.end(process);
      } else {
        running.forget(process);
      }
    }
  }
}
