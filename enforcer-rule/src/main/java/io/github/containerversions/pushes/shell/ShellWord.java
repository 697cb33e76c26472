package io.github.containerversions.pushes.shell;

import io.github.containerversions.core.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word of a script, or a value of YAML, in its pieces.
 *
 * @param pieces its pieces in order; empty for an empty word
 * @param start the offset of its first character, quotes included
 * @param end the offset just after its last
 * @param positions where the offsets are in the file
 */
public record ShellWord(List<Piece> pieces, int start, int end, Positions positions) {

  public ShellWord {
    pieces = List.copyOf(pieces);
  }

  /** Where its content stands, quotes around it not included. */
  public Location location() {
    return pieces.isEmpty()
        ? positions.of(start, end)
        : positions.of(pieces.get(0).start(), pieces.get(pieces.size() - 1).end());
  }

  public Location location(Piece piece) {
    return positions.of(piece.start(), piece.end());
  }

  /** The text of the word, where it is nothing but text. */
  public Optional<String> text() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Text plain)) {
        return Optional.empty();
      }
      text.append(plain.text());
    }
    return Optional.of(text.toString());
  }

  /** Whether it is exactly this text. */
  public boolean is(String text) {
    return text().filter(text::equals).isPresent();
  }

  /** The text that the word begins with, up to the first piece that is none. */
  public String lead() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Text plain)) {
        break;
      }
      text.append(plain.text());
    }
    return text.toString();
  }

  /** The same word for a script that is given it: its variables are those of the caller. */
  public ShellWord ofCaller() {
    return new ShellWord(pieces.stream().map(ShellWord::ofCaller).toList(), start, end, positions);
  }

  private static Piece ofCaller(Piece piece) {
    return piece instanceof Piece.Variable it
        ? new Piece.Variable(
            it.name(),
            it.start(),
            it.end(),
            it.otherwise().stream().map(ShellWord::ofCaller).toList(),
            Piece.Binding.CALLER)
        : piece;
  }

  /**
   * What follows some text at the beginning of the word.
   *
   * @param length how many characters of {@link #lead()} to leave out
   */
  public ShellWord after(int length) {
    List<Piece> rest = new ArrayList<>();
    int left = length;
    for (Piece piece : pieces) {
      if (left > 0 && piece instanceof Piece.Text plain) {
        int cut = Math.min(left, plain.text().length());
        left -= cut;
        if (cut < plain.text().length()) {
          rest.add(new Piece.Text(plain.text().substring(cut), plain.start() + cut, plain.end()));
        }
      } else {
        rest.add(piece);
      }
    }
    int from = rest.isEmpty() ? end : rest.get(0).start();
    int to = rest.isEmpty() ? end : rest.get(rest.size() - 1).end();
    return new ShellWord(rest, from, to, positions);
  }
}
