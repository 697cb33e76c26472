package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** A bound on the time of the processor, which other work on the machine does not lengthen much. */
public final class ProcessorTime {
  private static final Duration ENDLESS = Duration.ofMinutes(2);

  private ProcessorTime() {}

  /**
   * What the work gives; the test fails where the work needs more than the bound, or never ends.
   */
  public static <T> T within(Duration bound, ThrowingSupplier<T> work) {
    return assertTimeoutPreemptively(
        ENDLESS,
        () -> {
          ThreadMXBean threads = ManagementFactory.getThreadMXBean();
          long before = threads.getCurrentThreadCpuTime();
          T result = work.get();
          Duration spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
          assertThat(spent).isLessThan(bound);
          return result;
        });
  }
}
