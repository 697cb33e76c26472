package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Positions;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the inputs of a composite action in the place of the expressions that name them, so that a
 * word means the same within the next action. Each piece keeps the place where it stands.
 */
final class Splice {
  /** Longer than any name of an image is after it was put together. */
  private static final int MAX_PIECES = 200;

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private int length;

  /** Where a stretch of the new word comes from. */
  private record Origin(int start, int end, int shift, Positions positions) {}

  private Splice() {}

  static Map<String, ShellWord> inputs(
      Map<String, ShellWord> words, Map<String, ShellWord> inputs) {
    if (inputs.isEmpty()) {
      return words;
    }
    Map<String, ShellWord> spliced = new LinkedHashMap<>();
    words.forEach((name, word) -> spliced.put(name, word(word, inputs)));
    return Collections.unmodifiableMap(spliced);
  }

  private static ShellWord word(ShellWord word, Map<String, ShellWord> inputs) {
    if (word.pieces().stream().noneMatch(it -> isInput(it))) {
      return word;
    }
    Splice splice = new Splice();
    for (Piece piece : word.pieces()) {
      ShellWord input = isInput(piece) ? inputs.get(name(piece)) : null;
      if (input == null) {
        splice.add(piece, word.positions());
      } else if (splice.pieces.size() + input.pieces().size() > MAX_PIECES) {
        splice.add(Piece.Computed.of(piece), word.positions());
      } else {
        input.pieces().forEach(it -> splice.add(it, input.positions()));
      }
    }
    return new ShellWord(splice.pieces, 0, splice.length, splice::place);
  }

  private static boolean isInput(Piece piece) {
    return !name(piece).isEmpty();
  }

  private static String name(Piece piece) {
    if (piece instanceof Piece.Expression it && it.body().startsWith("inputs.")) {
      String name = it.body().substring("inputs.".length());
      boolean plain =
          name.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c));
      return plain ? name : "";
    }
    return "";
  }

  private void add(Piece piece, Positions positions) {
    int end = length + Math.max(1, piece.end() - piece.start());
    origins.add(new Origin(length, end, piece.start() - length, positions));
    pieces.add(piece.at(length, end));
    length = end;
  }

  /** The place of a stretch within one piece; of the first piece where it is in several. */
  private Location place(int start, int end) {
    for (Origin origin : origins) {
      if (start < origin.end()) {
        return origin
            .positions()
            .of(start + origin.shift(), Math.min(end, origin.end()) + origin.shift());
      }
    }
    Origin last = origins.get(origins.size() - 1);
    return last.positions().of(last.start() + last.shift(), last.end() + last.shift());
  }
}
