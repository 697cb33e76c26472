package io.github.containerversions.versions.site.command;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends a process with everything that it started. */
final class ProcessTree {
  /** How long a process may take to clean up after itself, in milliseconds. */
  private static final long GRACE = 1_000;

  private static final long PAUSE = 10;

  private ProcessTree() {}

  /** Asks all of them to end, and after a second makes them. */
  static void end(Process process) {
    // A child whose parent has ended is no longer found below it: look before anything ends.
    List<ProcessHandle> tree = withDescendants(Stream.of(process.toHandle()));
    tree.forEach(ProcessHandle::destroy);
    await(tree);
    withDescendants(tree.stream()).forEach(ProcessHandle::destroyForcibly);
  }

  private static List<ProcessHandle> withDescendants(Stream<ProcessHandle> handles) {
    return handles
        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
        .distinct()
        .toList();
  }

  private static void await(List<ProcessHandle> handles) {
    long start = System.nanoTime();
    while (handles.stream().anyMatch(ProcessHandle::isAlive)
        && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(GRACE)) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
