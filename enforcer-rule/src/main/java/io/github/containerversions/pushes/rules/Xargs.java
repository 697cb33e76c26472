package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;

/** What xargs puts into the command that it runs (POSIX, "xargs", {@code -I}). */
final class Xargs {
  private Xargs() {}

  /** The words of a command; what xargs puts in a place stands there as what a run can say. */
  static List<ShellWord> filled(Command command, VariableScope values) {
    List<ShellWord> words = command.words();
    String place = place(words);
    if (place.isEmpty()) {
      return words;
    }
    List<List<LocatedPiece>> lines = CommandInput.lines(command, values);
    return words.stream().map(it -> filled(it, place, lines)).toList();
  }

  /** The script that a command runs, with the same in its places. */
  static Script filled(Command command, Script script, VariableScope values) {
    String place = place(command.words());
    if (place.isEmpty()) {
      return script;
    }
    List<List<LocatedPiece>> lines = CommandInput.lines(command, values);
    return new Script(
        script.commands().stream()
            .map(
                it ->
                    it.saying(it.words().stream().map(word -> filled(word, place, lines)).toList()))
            .toList(),
        script.complete());
  }

  /** What stands for a line of the input; empty where nothing does. */
  private static String place(List<ShellWord> words) {
    String place = "";
    boolean xargs = false;
    for (int at = 0; at < words.size() && place.isEmpty(); at++) {
      xargs |= words.get(at).is("xargs");
      String lead = words.get(at).lead();
      if (xargs && lead.equals("-I") && at + 1 < words.size()) {
        place = words.get(at + 1).lead();
      } else if (xargs && (lead.startsWith("-I") || lead.startsWith("--replace="))) {
        place = lead.substring(lead.startsWith("-I") ? 2 : lead.indexOf('=') + 1);
      } else if (xargs && (lead.equals("-i") || lead.equals("--replace"))) {
        place = "{}";
      }
    }
    return place;
  }

  private static ShellWord filled(ShellWord word, String place, List<List<LocatedPiece>> lines) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : word.pieces()) {
      if (!(piece instanceof Piece.Text text) || text.text().indexOf(place) < 0) {
        pieces.add(piece);
        continue;
      }
      Piece unknown = Piece.Computed.of(piece);
      LocatedPiece at = new LocatedPiece(unknown, word);
      String rest = text.text();
      for (int found = rest.indexOf(place); found >= 0; found = rest.indexOf(place)) {
        if (found > 0) {
          pieces.add(new Piece.Text(rest.substring(0, found), text.start(), text.end()));
        }
        Words.each(lines, true, "xargs " + word.start(), at)
            .forEach(it -> pieces.add(it.piece().at(text.start(), text.end())));
        rest = rest.substring(found + place.length());
      }
      if (!rest.isEmpty()) {
        pieces.add(new Piece.Text(rest, text.start(), text.end()));
      }
    }
    return new ShellWord(pieces, word.start(), word.end(), word.positions());
  }
}
