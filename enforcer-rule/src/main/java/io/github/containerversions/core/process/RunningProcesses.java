package io.github.containerversions.core.process;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processes that do not outlive the virtual machine: a signal to Maven (SIGTERM, SIGHUP, Ctrl-C)
 * ends them with everything that they started. Closed after its run, it leaves nothing behind in a
 * virtual machine that goes on to the next build.
 *
 * <p>A process whose parent has ended is no longer found below its ancestors, so those seen are
 * remembered; what detaches itself between two looks is not known here.
 */
public final class RunningProcesses implements AutoCloseable {
  /** How long a process may take to clean up after itself, in milliseconds. */
  private static final long GRACE = 1_000;

  private static final long PAUSE = 10;

  private final Thread hook = new Thread(this::endAll, "container-versions-end");
  private final Map<Process, Set<ProcessHandle>> running = new HashMap<>();
  private boolean ending;

  public RunningProcesses() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      ending = true;
    }
  }

  /**
   * Starts a process.
   *
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the virtual machine is about to end
   */
  public synchronized Process start(ProcessBuilder builder)
      throws IOException, InterruptedException {
    if (ending) {
      throw new InterruptedException("the virtual machine ends");
    }
    Process process = builder.start();
    running.put(process, new HashSet<>());
    return process;
  }

  /** Remembers what a process has started by now. */
  public void look(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    synchronized (this) {
      Set<ProcessHandle> seen = running.get(process);
      if (seen != null) {
        seen.removeIf(handle -> !handle.isAlive());
        seen.addAll(below);
      }
    }
  }

  /** Asks a process and everything below it to end, and after a second makes them. */
  public void end(Process process) {
    if (process.isAlive() || hasSeen(process)) {
      end(handles(List.of(process)));
    }
    forget(process);
  }

  /** Whether it had started others at a {@link #look}. */
  private synchronized boolean hasSeen(Process process) {
    return !running.getOrDefault(process, Set.of()).isEmpty();
  }

  /** Leaves a process that has ended to itself, with what it has left in the background. */
  public synchronized void forget(Process process) {
    running.remove(process);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is at work.
    }
  }

  /** Ends all that runs, and starts nothing any more: the virtual machine ends. */
  void endAll() {
    List<Process> all;
    synchronized (this) {
      ending = true;
      all = List.copyOf(running.keySet());
    }
    end(handles(all));
  }

  private synchronized Set<ProcessHandle> handles(Collection<Process> processes) {
    Set<ProcessHandle> handles = new HashSet<>();
    for (Process process : processes) {
      handles.add(process.toHandle());
      handles.addAll(running.getOrDefault(process, Set.of()));
    }
    return handles;
  }

  private static void end(Set<ProcessHandle> handles) {
    // A child whose parent has ended is no longer found below it: look before anything ends.
    Set<ProcessHandle> trees = withDescendants(handles);
    trees.forEach(ProcessHandle::destroy);
    await(trees);
    withDescendants(trees).forEach(ProcessHandle::destroyForcibly);
  }

  private static Set<ProcessHandle> withDescendants(Set<ProcessHandle> handles) {
    Set<ProcessHandle> all = new HashSet<>();
    handles.stream()
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
        .forEach(all::add);
    return all;
  }

  private static void await(Set<ProcessHandle> handles) {
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
