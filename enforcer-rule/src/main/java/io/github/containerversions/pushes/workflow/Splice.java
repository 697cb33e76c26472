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
import java.util.Optional;

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

  static ShellWord word(ShellWord word, Map<String, ShellWord> inputs) {
    if (word.pieces().stream().allMatch(it -> Given.find(inputs, it).isEmpty())) {
      return word;
    }
    Splice splice = new Splice();
    for (Piece piece : word.pieces()) {
      Optional<ShellWord> input = Given.find(inputs, piece);
      if (input.isEmpty()) {
        splice.add(piece, word.positions());
      } else if (splice.pieces.size() + input.get().pieces().size() > MAX_PIECES) {
        splice.add(Piece.Computed.of(piece), word.positions());
      } else {
        input.get().pieces().forEach(it -> splice.add(outer(it), input.get().positions()));
      }
    }
    return new ShellWord(splice.pieces, 0, splice.length, splice::place);
  }

  private static Piece outer(Piece piece) {
    return piece instanceof Piece.Expression it
        ? new Piece.Expression(it.body(), it.start(), it.end(), true)
        : piece;
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
