package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that a script or a function was given, as {@code $1}, {@code $2} and {@code $@} (POSIX,
 * Shell Command Language, 2.5.1).
 *
 * @param words the words
 * @param sure how many of them, from the first on, certainly stand in their places; all of them
 *     where there are certainly no others
 * @param open whether there may be other words than these
 */
record Arguments(List<List<LocatedPiece>> words, int sure, boolean open) {

  /** Those of which nothing is known. */
  static final Arguments UNKNOWN = new Arguments(List.of(), 0, true);

  static final Arguments NONE = new Arguments(List.of(), 0, false);

  Arguments {
    words = List.copyOf(words);
  }

  /** The words of a call, at this point of the script. */
  static Arguments of(List<ShellWord> given, VariableScope values) {
    List<List<LocatedPiece>> words = new ArrayList<>();
    int sure = -1;
    for (ShellWord word : given) {
      for (ShellWord one : ExpandedWords.of(word, values)) {
        List<LocatedPiece> value = values.resolve(one);
        if (sure < 0 && isList(one)) {
          sure = words.size();
        } else if (sure < 0
            && Words.splits(one)
            && !value.stream().allMatch(LocatedPiece::isText)) {
          sure = words.size() + 1; // it may be no word, or several
        }
        words.add(value);
      }
    }
    return new Arguments(words, sure < 0 ? words.size() : sure, sure >= 0);
  }

  /** Whether a word is all of an array, or of the words of another call, that is not known. */
  static boolean isList(ShellWord word) {
    return word.pieces().size() == 1
        && word.pieces().get(0) instanceof Piece.Variable it
        && (it.name().endsWith("]") || from(it.name()) > 0);
  }

  /** The number of the first word that {@code @}, {@code *:2} and the like name; else 0. */
  static int from(String name) {
    if (name.isEmpty() || "@*".indexOf(name.charAt(0)) < 0) {
      return 0;
    }
    return name.length() == 3 && name.charAt(1) == ':'
        ? name.charAt(2) - '0'
        : name.length() == 1 ? 1 : 0;
  }

  /** A word by its number; empty if there is no such word, null if it is not known. */
  @Nullable List<LocatedPiece> word(int number) {
    if (number <= sure) {
      return words.get(number - 1);
    }
    return open ? null : List.of();
  }

  /** All words from a number on. */
  List<List<LocatedPiece>> from(int number) {
    return words.subList(Math.min(number - 1, words.size()), words.size());
  }

  /**
   * The same with a space after each, as an assignment gives them; null where not all are known.
   */
  @Nullable List<LocatedPiece> together(int number) {
    if (open) {
      return null;
    }
    List<LocatedPiece> all = new ArrayList<>();
    for (List<LocatedPiece> word : from(number)) {
      if (!all.isEmpty() && !word.isEmpty()) {
        Piece place = word.get(0).piece();
        Piece space = new Piece.Text(" ", place.start(), place.end());
        all.add(new LocatedPiece(space, word.get(0).owner()));
      }
      all.addAll(word);
    }
    return all;
  }

  /** What is left after {@code shift}. */
  Arguments without(int count) {
    return count > sure
        ? open ? UNKNOWN : this // a shell refuses to go beyond the last word
        : new Arguments(from(count + 1), sure - count, open);
  }
}
