package io.github.containerversions.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with many items on all cores of the machine.
 *
 * <p>With threads of its own: the first parallel stream of a build loads 40 classes.
 */
public final class Cores {

  /** For so many items, it is worth starting a thread. */
  private static final int PER_THREAD = 32;

  /** A thread takes so many items at a time. */
  private static final int BLOCK = 8;

  private Cores() {}

  /** What a function gives for each item, in the order of the items. A null is left out. */
  public static <T, R> List<R> map(List<T> items, Function<T, @Nullable R> function) {
    Work<T, R> work = new Work<>(items, function);
    int cores = Math.min(Runtime.getRuntime().availableProcessors(), items.size() / PER_THREAD);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < cores; i++) {
      Thread thread = new Thread(work, "container-versions-" + i);
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    work.run();
    others.forEach(Cores::join);
    return work.results();
  }

  /** Waits in any case, as the other thread reads files of the build. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the threads share. */
  private static final class Work<T, R> implements Runnable {
    private final List<T> items;
    private final Function<T, @Nullable R> function;
    private final List<@Nullable R> results;
    private final AtomicInteger next = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Work(List<T> items, Function<T, @Nullable R> function) {
      this.items = items;
      this.function = function;
      this.results = new ArrayList<>(items.size());
      for (int i = 0; i < items.size(); i++) {
        results.add(null);
      }
    }

    @Override
    public void run() {
      try {
        while (failure == null) {
          int first = next.getAndAdd(BLOCK);
          int end = Math.min(first + BLOCK, items.size());
          if (first >= end) {
            return;
          }
          for (int i = first; i < end; i++) {
            results.set(i, function.apply(items.get(i)));
          }
        }
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      }
    }

    /** Once all threads have ended. */
    List<R> results() {
      if (failure instanceof RuntimeException thrown) {
        throw thrown;
      } else if (failure instanceof Error thrown) {
        throw thrown;
      }
      List<R> all = new ArrayList<>(results.size());
      for (R result : results) {
        if (result != null) {
          all.add(result);
        }
      }
      return all;
    }
  }
}
