package io.github.containerversions.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {
  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static @Nullable Integer evenOnly(int number) {
    return number % 2 == 0 ? number : null;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 63, 64, 65, 1000, 10_007})
  void theOrderStaysAndNullIsLeftOut(int count) {
    assertThat(Cores.map(numbers(count), CoresTest::evenOnly))
        .isEqualTo(
            numbers(count).stream().map(CoresTest::evenOnly).filter(Objects::nonNull).toList());
  }

  @Test
  void ofManyItemsSomeAreDoneAtTheSameTime() {
    int cores = Math.min(2, Runtime.getRuntime().availableProcessors());
    CountDownLatch together = new CountDownLatch(cores);
    Set<String> threads = ConcurrentHashMap.newKeySet();

    Cores.map(
        numbers(64),
        it -> {
          threads.add(Thread.currentThread().getName());
          together.countDown();
          return await(together) ? it : null;
        });

    assertThat(threads).hasSizeGreaterThanOrEqualTo(cores);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 500, 999})
  void aFaultInAnyThreadIsThrown(int at) {
    assertThatThrownBy(
            () ->
                Cores.map(
                    numbers(1000),
                    it -> {
                      if (it == at) {
                        throw new IllegalArgumentException("item " + it);
                      }
                      return it;
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item " + at);
  }

  @Test
  void anInterruptionIsKeptForTheCaller() {
    Thread.currentThread().interrupt();

    List<Integer> results = Cores.map(numbers(1000), it -> it);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(results).hasSize(1000);
  }
}
