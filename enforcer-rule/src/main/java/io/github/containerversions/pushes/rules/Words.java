package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;

/** Splits values into words, as a shell does where no quotes stand around them. */
final class Words {
  private Words() {}

  /** Whether a word is a parameter or an expression without quotes, which may become several. */
  static boolean splits(ShellWord word) {
    return word.pieces().size() == 1
        && !(word.pieces().get(0) instanceof Piece.Text)
        && word.pieces().get(0).start() == word.start()
        && word.pieces().get(0).end() == word.end();
  }

  /** The words of a value; of one that is chosen, word by word what it may be. */
  static List<List<LocatedPiece>> of(List<LocatedPiece> value) {
    if (value.size() != 1 || !(value.get(0).piece() instanceof Piece.OneOf one)) {
      return split(value, " \t\n");
    }
    List<List<List<LocatedPiece>>> ways =
        one.values().stream().map(it -> split(LocatedPiece.of(it), " \t\n")).toList();
    int count = ways.get(0).size();
    if (ways.stream().anyMatch(it -> it.size() != count)) {
      return List.of(value);
    }
    List<List<LocatedPiece>> words = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      int index = at;
      List<List<LocatedPiece>> choices = ways.stream().map(it -> it.get(index)).distinct().toList();
      words.add(each(choices, one.every(), one.source() + " " + at, value.get(0)));
    }
    return words;
  }

  /** The lines of a value. */
  static List<List<LocatedPiece>> lines(List<LocatedPiece> value) {
    return split(value, "\n");
  }

  /** One of several values, or each of them; nothing known where there are too many. */
  static List<LocatedPiece> each(
      List<List<LocatedPiece>> values, boolean every, String source, LocatedPiece place) {
    if (values.size() == 1) {
      return values.get(0);
    }
    Piece piece = place.piece();
    if (values.isEmpty() || values.size() > Ways.MAX) {
      return List.of(new LocatedPiece(Piece.Computed.of(piece), place.owner()));
    }
    return List.of(
        new LocatedPiece(
            new Piece.OneOf(
                values.stream().map(it -> word(it, place)).toList(),
                every,
                source,
                "",
                piece.start(),
                piece.end()),
            place.owner()));
  }

  /** A value as a word that stands at some place. */
  static ShellWord word(List<LocatedPiece> parts, LocatedPiece place) {
    int start = place.piece().start();
    int end = place.piece().end();
    List<Piece> pieces = parts.stream().map(it -> it.piece().at(start, end)).toList();
    return new ShellWord(pieces, start, end, place.owner().positions());
  }

  private static List<List<LocatedPiece>> split(List<LocatedPiece> value, String separators) {
    List<List<LocatedPiece>> words = new ArrayList<>();
    List<LocatedPiece> word = new ArrayList<>();
    for (LocatedPiece part : value) {
      if (!part.isText()) {
        word.add(part);
        continue;
      }
      String text = part.text();
      int from = 0;
      for (int at = 0; at <= text.length(); at++) {
        boolean ends = at < text.length() && separators.indexOf(text.charAt(at)) >= 0;
        if ((ends || at == text.length()) && from < at) {
          Piece piece =
              new Piece.Text(text.substring(from, at), part.piece().start(), part.piece().end());
          word.add(new LocatedPiece(piece, part.owner()));
        }
        if (ends) {
          add(word, words);
          from = at + 1;
        }
      }
    }
    add(word, words);
    return words;
  }

  private static void add(List<LocatedPiece> word, List<List<LocatedPiece>> words) {
    if (!word.isEmpty()) {
      words.add(List.copyOf(word));
      word.clear();
    }
  }
}
