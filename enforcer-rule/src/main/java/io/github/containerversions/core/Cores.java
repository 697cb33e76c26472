package io.github.containerversions.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same with many items on all cores of the machine. */
public final class Cores {

  /** From so many items on, it is worth starting threads. */
  private static final int MANY = 64;

  private Cores() {}

  /**
   * What a function gives for each item, in the order of the items. A null is left out. For a few
   * items this is a loop, because the first stream of a build costs more than they do.
   */
  public static <T, R> List<R> map(List<T> items, Function<T, @Nullable R> function) {
    if (items.size() >= MANY) {
      return items.parallelStream().map(function).filter(Objects::nonNull).toList();
    }
    List<R> results = new ArrayList<>();
    for (T item : items) {
      R result = function.apply(item);
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }
}
