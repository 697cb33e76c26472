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
    List<List<LocatedPiece>> ways = List.of(new ArrayList<>());
    boolean any = false;
    for (LocatedPiece part : parts) {
      List<List<LocatedPiece>> ends = List.of(List.of(part));
      if (part.piece() instanceof Piece.OneOf it) {
        ends = it.values().stream().map(LocatedPiece::of).toList();
        any = true;
      }
      if (ways.size() * ends.size() > MAX) {
        return List.of(parts);
      }
      if (ends.size() == 1) {
        // In place: a copy for each part of a long value would take the square of its length.
        List<LocatedPiece> end = ends.get(0);
        ways.forEach(way -> way.addAll(end));
      } else {
        ways = each(ways, ends);
      }
    }
    return any ? ways : List.of(parts);
  }

  private static List<List<LocatedPiece>> each(
      List<List<LocatedPiece>> ways, List<List<LocatedPiece>> ends) {
    List<List<LocatedPiece>> longer = new ArrayList<>();
    for (List<LocatedPiece> way : ways) {
      for (List<LocatedPiece> end : ends) {
        List<LocatedPiece> whole = new ArrayList<>(way);
        whole.addAll(end);
        longer.add(whole);
      }
    }
    return longer;
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
