package io.github.containerversions;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold for any input. Inputs are made at random from a seed, which a failure prints:
 * {@code -Dproperty.seed=…} repeats the one that failed. Each build tries the same inputs; {@code
 * -Dproperty.start=…} tries others, {@code -Dproperty.factor=10} ten times as many.
 */
public final class Property {
  private static final String SEED = "property.seed";
  private static final String START = "property.start";
  private static final String FACTOR = "property.factor";
  private static final int DEFAULT_TRIES = 1000;
  private static final int MAX_TEXT_LENGTH = 100;

  private final SplittableRandom random;

  private Property(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A check of one input, which it makes itself. */
  @FunctionalInterface
  public interface Check {
    void of(Property random) throws Exception;
  }

  /** Checks a thousand inputs. */
  public static void holds(Check check) {
    holds(DEFAULT_TRIES, check);
  }

  /** Checks so many inputs, each from a seed of its own. */
  public static void holds(int tries, Check check) {
    Long given = Long.getLong(SEED);
    long first = given != null ? given : Long.getLong(START, 1);
    long count = given != null ? 1 : (long) tries * Integer.getInteger(FACTOR, 1);
    for (long seed = first; seed < first + count; seed++) {
      try {
        check.of(new Property(seed));
      } catch (Exception | AssertionError | StackOverflowError failure) {
        throw new AssertionError(
            "with -D" + SEED + "=" + seed + ": " + failure.getMessage(), failure);
      }
    }
  }

  /** A number from zero to a maximum, which is included. */
  public int upTo(int maximum) {
    return random.nextInt(maximum + 1);
  }

  public boolean flag() {
    return random.nextBoolean();
  }

  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[upTo(choices.length - 1)];
  }

  public <T> T of(List<T> choices) {
    return choices.get(upTo(choices.size() - 1));
  }

  /** The usual in fifteen cases of sixteen. */
  public <T> T mostly(List<T> usual, List<T> odd) {
    return of(upTo(15) > 0 ? usual : odd);
  }

  /** Up to so many pieces, one after the other. */
  public String pieces(int maximum, List<String> pieces) {
    return Stream.generate(() -> of(pieces)).limit(upTo(maximum)).collect(Collectors.joining());
  }

  /** A text of some of these characters. */
  public String textOf(String characters, int minimum, int maximum) {
    int[] all = characters.codePoints().toArray();
    int length = minimum + upTo(maximum - minimum);
    return IntStream.generate(() -> all[upTo(all.length - 1)])
        .limit(length)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Any text: much of ASCII, some of everything else, lone surrogates too. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int left = upTo(MAX_TEXT_LENGTH); left > 0; left--) {
      text.append((char) random.nextInt(flag() ? 0x80 : flag() ? 0x3000 : 0x10000));
    }
    return text.toString();
  }

  /** A text with a stretch of up to three characters replaced by a piece. */
  public String damaged(String text, String piece) {
    int start = upTo(text.length());
    int end = Math.min(text.length(), start + upTo(3));
    return text.substring(0, start) + piece + text.substring(end);
  }
}
