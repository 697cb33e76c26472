package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.List;

/** What a value may be, where parts of it are one of several. */
final class Ways {

  /** The largest number of values; if there are more, the value is unknown. */
  static final int MAX = 16;

  private Ways() {}

  /** All ways, one that is empty included; the value itself where there is one, or too many. */
  static List<List<LocatedPiece>> of(List<LocatedPiece> parts) {
    List<List<LocatedPiece>> ways = List.of(List.of());
    boolean any = false;
    for (LocatedPiece part : parts) {
      List<List<LocatedPiece>> longer = new ArrayList<>();
      List<List<LocatedPiece>> next = List.of(List.of(part));
      if (part.piece() instanceof Piece.OneOf it) {
        next = it.values().stream().map(LocatedPiece::of).toList();
        any = true;
      }
      for (List<LocatedPiece> way : ways) {
        for (List<LocatedPiece> end : next) {
          List<LocatedPiece> whole = new ArrayList<>(way);
          whole.addAll(end);
          longer.add(whole);
        }
      }
      if (longer.size() > MAX) {
        return List.of(parts);
      }
      ways = longer;
    }
    return any ? ways : List.of(parts);
  }

  /**
   * The condition under which there is a value, where it stands before the only one there may be.
   */
  static String condition(List<LocatedPiece> parts) {
    return parts.size() == 1
            && parts.get(0).piece() instanceof Piece.OneOf it
            && it.values().size() == 2
            && it.values().get(1).pieces().isEmpty()
        ? it.condition()
        : "";
  }

  /** Whether all ways are taken, one after another, as in a loop. */
  static boolean areAllTaken(List<LocatedPiece> parts) {
    return parts.stream().allMatch(it -> !(it.piece() instanceof Piece.OneOf one) || one.every());
  }
}
