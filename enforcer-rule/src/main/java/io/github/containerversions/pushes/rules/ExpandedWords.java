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
   * quotes; itself in all other cases. An array that may hold more stays there as well.
   */
  static List<ShellWord> of(ShellWord word, VariableScope values) {
    if (word.pieces().size() != 1) {
      return List.of(word);
    }
    LocatedPiece place = new LocatedPiece(word.pieces().get(0), word);
    List<List<LocatedPiece>> words = List.of();
    boolean open = false;
    boolean alone = Words.splits(word);
    if (place.piece() instanceof Piece.Variable it
        && Arguments.from(it.name()) > 0
        && (alone || !it.name().startsWith("*"))) {
      Arguments arguments = values.script().arguments(it);
      words = arguments.from(Arguments.from(it.name()));
      open = arguments.open();
    } else if (place.piece() instanceof Piece.Variable it && it.name().matches("\\w+\\[[@*]\\]")) {
      String name = it.name().substring(0, it.name().length() - 3);
      ScriptArrays arrays = values.script().arrays(it);
      words = arrays.all(name);
      open = arrays.isOpen(name);
    } else if (alone) {
      words = Words.of(values.resolve(word));
      if (words.size() < 2 && words.stream().noneMatch(it -> it.get(0).text().startsWith("-"))) {
        return List.of(word);
      }
    } else {
      return List.of(word);
    }
    List<ShellWord> all = new ArrayList<>();
    words.forEach(it -> all.add(Words.word(it, place)));
    if (open) {
      all.add(place.piece() instanceof Piece.Variable it ? others(it, word) : word);
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
