package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a variable that had one, and is set to another in some cases. */
final class Either {
  /** Values that are longer in all are no choice between names of images. */
  private static final int MAX_LENGTH = 4_000;

  private static final int MAX_DEPTH = 5;

  private Either() {}

  /**
   * One of both values. Where there are too many, it is known as far as both are the same name of a
   * registry, with the slash after it.
   *
   * @param before the value that it had; null where none is known
   */
  static List<LocatedPiece> of(
      String name, @Nullable List<LocatedPiece> before, List<LocatedPiece> value) {
    if (before == null || (value.isEmpty() && before.isEmpty())) {
      return value;
    }
    LocatedPiece first = value.isEmpty() ? before.get(0) : value.get(0);
    Map<String, List<LocatedPiece>> ways = new LinkedHashMap<>();
    if (length(before) + length(value) <= MAX_LENGTH) {
      Stream.concat(Ways.of(before).stream(), Ways.of(value).stream())
          .forEach(it -> ways.putIfAbsent(LocatedPiece.identity(it), it));
    }
    if (ways.size() == 1) {
      return value;
    }
    boolean chosen =
        ways.values().stream()
            .flatMap(List::stream)
            .noneMatch(it -> it.piece() instanceof Piece.OneOf);
    if (chosen && !ways.isEmpty() && ways.size() <= Ways.MAX) {
      String source = "$" + name + " " + String.join("|", ways.keySet());
      return Words.each(List.copyOf(ways.values()), false, source, first);
    }
    List<LocatedPiece> both = new ArrayList<>();
    Set<String> registries = new HashSet<>();
    registries(before, registries, 0);
    registries(value, registries, 0);
    String registry = registries.size() == 1 ? registries.iterator().next() : "";
    if (!registry.isEmpty()) {
      int start = first.piece().start();
      Piece text = new Piece.Text(registry, start, start + registry.length());
      both.add(new LocatedPiece(text, first.owner()));
    }
    both.add(new LocatedPiece(Piece.Computed.of(first.piece()), first.owner()));
    return both;
  }

  /** What a value may begin with, up to the first slash; nothing for what is empty. */
  private static void registries(List<LocatedPiece> value, Set<String> into, int depth) {
    if (!value.isEmpty() && value.get(0).piece() instanceof Piece.OneOf one && depth < MAX_DEPTH) {
      one.values().forEach(it -> registries(LocatedPiece.of(it), into, depth + 1));
    } else if (!value.isEmpty()) {
      String text = value.get(0).text();
      into.add(text.substring(0, text.indexOf('/') + 1));
    }
  }

  /** The length of what chooses between values grows with them. */
  private static int length(List<LocatedPiece> value) {
    return value.stream()
        .mapToInt(
            it ->
                it.piece() instanceof Piece.OneOf one ? one.source().length() : it.text().length())
        .sum();
  }
}
