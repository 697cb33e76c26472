package io.github.containerversions.versions.site.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process from its start to its end, under a time limit and with bounded memory. */
final class CommandRun {
  private static final int KEPT_OUTPUT = 64 << 10;
  private static final int KEPT_ERRORS = 8 << 10;

  /** The longest time between two looks at the output, in milliseconds; the end is seen at once. */
  private static final long LONGEST_PAUSE = 32;

  private CommandRun() {}

  /** How a process ended, and the last lines that it printed; blank lines are left out. */
  sealed interface End {
    List<String> errors();

    record Exited(int code, List<String> output, List<String> errors) implements End {}

    record OutOfTime(List<String> errors) implements End {}
  }

  /**
   * Runs a process that finds its standard input at an end.
   *
   * @param timeout in seconds; then the process and everything below it is ended
   * @throws IOException if it cannot be started
   * @throws InterruptedException if this thread was interrupted; the process has been ended then
   */
  static End run(ProcessBuilder builder, int timeout) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
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
          return new End.Exited(process.exitValue(), output.lines(), errors.lines());
        }
        if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(timeout)) {
          return new End.OutOfTime(errors.lines());
        }
        pause = printed > 0 ? 1 : Math.min(2 * pause, LONGEST_PAUSE);
        process.waitFor(pause, TimeUnit.MILLISECONDS);
      }
    } finally {
      if (process.isAlive()) {
        ProcessTree.end(process);
      }
    }
  }
}
