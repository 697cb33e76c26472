package io.github.containerversions.versions.site.command;

import io.github.containerversions.core.process.RunningProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process from its start to its end, under a time limit and with bounded memory. */
final class CommandRun {
  /** How much of the end of standard output is kept, in bytes. */
  static final int KEPT_OUTPUT = 64 << 10;

  private static final int KEPT_ERRORS = 8 << 10;

  /** The longest time between two looks at the output, in milliseconds; the end is seen at once. */
  private static final long MAX_PAUSE_MILLIS = 32;

  /** The time between two looks at what a command has started, in nanoseconds. */
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  /** How long nothing may be printed after the end of a command, in milliseconds. */
  private static final long SILENCE = 5;

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

    /** By itself, while something that it has left in the background goes on printing. */
    record LeftPrinting(List<String> errors) implements End {}
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
    Process process = running.start(builder);
    InputStream output = process.getInputStream();
    InputStream errors = process.getErrorStream();
    // When a process has ended, the JDK copies what is left in its pipes into memory, for as long
    // as something is left: what floods them in the background would fill the heap. It does so
    // under these monitors; they are held until the pipes are closed, which ends the flood.
    synchronized (output) {
      synchronized (errors) {
        try {
          process.getOutputStream().close();
          return follow(
              running,
              process,
              new OutputTail(output, KEPT_OUTPUT),
              new OutputTail(errors, KEPT_ERRORS),
              timeout);
        } finally {
          // Ctrl-C reaches a command before it reaches us, and may pass over its children.
          if (process.isAlive() || process.exitValue() > SIGNALLED) {
            running.end(process);
          } else {
            running.forget(process);
          }
          output.close();
          errors.close();
        }
      }
    }
  }

  private static End follow(
      RunningProcesses running, Process process, OutputTail output, OutputTail errors, int timeout)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long looked = start;
    long pause = 1;
    while (true) {
      // Asked before the output is taken: what an ended process printed is all there.
      boolean ended = !process.isAlive();
      int printed = output.take() + errors.take();
      if (ended) {
        Thread.sleep(SILENCE);
        return output.take() > 0
            ? new End.LeftPrinting(errors.lines())
            : new End.Exited(
                process.exitValue(), output.wholeLines(), output.isCut(), errors.lines());
      }
      if (System.nanoTime() - looked >= LOOK) {
        running.look(process);
        looked = System.nanoTime();
      }
      if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(timeout)) {
        return new End.OutOfTime(errors.lines());
      }
      pause = printed > 0 ? 1 : Math.min(2 * pause, MAX_PAUSE_MILLIS);
      process.waitFor(pause, TimeUnit.MILLISECONDS);
    }
  }
}
