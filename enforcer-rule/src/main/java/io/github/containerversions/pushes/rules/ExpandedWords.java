package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;

/** Words of a command that stand for several, or for none. */
final class ExpandedWords {
  private ExpandedWords() {}

  /**
   * The words that a word becomes: all elements of an array, or the words of a value without
   * quotes; itself in all other cases. An array that may hold more stays as well, where this
   * begins.
   */
  static List<ShellWord> of(ShellWord word, VariableScope values) {
    return of(word, values, false);
  }

  /** The same for a program with its words: of an array that is one of two, one is looked at. */
  static List<ShellWord> ofProgram(ShellWord word, VariableScope values) {
    return of(word, values, true);
  }

  private static List<ShellWord> of(ShellWord word, VariableScope values, boolean program) {
    if (word.pieces().size() != 1) {
      return List.of(word);
    }
    LocatedPiece place = new LocatedPiece(word.pieces().get(0), word);
    List<List<LocatedPiece>> words = List.of();
    int open = -1;
    boolean alone = Words.splits(word);
    if (place.piece() instanceof Piece.Variable it
        && Arguments.from(it.name()) > 0
        && (alone || !it.name().startsWith("*"))) {
      Arguments arguments = values.script().arguments(it);
      words = arguments.from(Arguments.from(it.name()));
      open = arguments.open() ? arguments.without(Arguments.from(it.name()) - 1).sure() : -1;
    } else if (place.piece() instanceof Piece.Variable it && it.name().matches("\\w+\\[[@*]\\]")) {
      String name = it.name().substring(0, it.name().length() - 3);
      ScriptArrays arrays = values.script().arrays(it);
      words = program ? arrays.one(name) : arrays.all(name);
      open = arrays.isOpen(name) ? arrays.sure(name) : -1;
    } else if (alone) {
      words = Words.of(values.resolve(word));
      if (words.size() == 1 && !words.get(0).get(0).text().startsWith("-")) {
        return List.of(word);
      }
    } else {
      return List.of(word);
    }
    List<ShellWord> all = new ArrayList<>();
    words.forEach(it -> all.add(Words.word(it, place)));
    if (open >= 0 && program) {
      open = words.size();
    }
    if (open >= 0 && place.piece() instanceof Piece.Variable it) {
      all.add(open, others(it, word));
    }
    return all;
  }

  /** A word for what else an array may hold; it becomes no other words. */
  private static ShellWord others(Piece.Variable list, ShellWord word) {
    String name = list.name().replaceFirst("\\[[@*]\\]$", "[?]");
    return new ShellWord(
        List.of(new Piece.Variable(name, list.start(), list.end(), List.of(), list.binding())),
        word.start(),
        word.end(),
        word.positions());
  }
}
