package io.github.containerversions.pushes.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the pieces of a word. Text that stands in the script as it is becomes one piece; quotes
 * and escapes end it, so that an offset in a piece is an offset in the script.
 */
final class Pieces {
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int textStart;
  private int textEnd;

  /** Adds a character as the shell sees it, and the range of the script that it stands for. */
  void text(char c, int start, int end) {
    boolean asWritten = end - start == 1;
    if (start != textEnd || !asWritten) {
      flush();
    }
    if (text.isEmpty()) {
      textStart = start;
    }
    text.append(c);
    textEnd = asWritten ? end : -1;
    if (!asWritten) {
      pieces.add(new Piece.Text(text.toString(), start, end));
      text.setLength(0);
    }
  }

  void add(Piece piece) {
    flush();
    pieces.add(piece);
  }

  List<Piece> all() {
    flush();
    return pieces;
  }

  private void flush() {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text.toString(), textStart, textEnd));
      text.setLength(0);
    }
  }
}
