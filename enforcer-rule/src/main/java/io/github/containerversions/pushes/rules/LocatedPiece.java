package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A piece of a word, or of the value of a variable in it.
 *
 * @param piece the piece
 * @param owner the word that it stands in
 * @param doubt why a variable without a value may have one after all; empty where it has none
 */
record LocatedPiece(Piece piece, ShellWord owner, String doubt) {

  /** The same, where it is a variable that has no value here and is not looked up again. */
  LocatedPiece unbound() {
    return piece instanceof Piece.Variable it
        ? new LocatedPiece(it.bound(Piece.Binding.NOWHERE), owner, doubt)
        : this;
  }

  /** How messages show what something prints. */
  static final String COMPUTED = "$(…)";

  LocatedPiece(Piece piece, ShellWord owner) {
    this(piece, owner, "");
  }

  LocatedPiece doubted(String why) {
    return new LocatedPiece(piece, owner, why);
  }

  static List<LocatedPiece> of(ShellWord word) {
    return word.pieces().stream().map(it -> new LocatedPiece(it, word)).toList();
  }

  /** Owners are compared by their places alone: to compare all their pieces here would be slow. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LocatedPiece that
        && piece.equals(that.piece)
        && doubt.equals(that.doubt)
        && owner.start() == that.owner.start()
        && owner.end() == that.owner.end()
        && owner.positions().equals(that.owner.positions());
  }

  @Override
  public int hashCode() {
    return Objects.hash(piece, owner.start());
  }

  Location location() {
    return owner.location(piece);
  }

  /** The text of it, where it is text; else nothing. */
  String text() {
    return piece instanceof Piece.Text text ? text.text() : "";
  }

  boolean isText() {
    return piece instanceof Piece.Text;
  }

  /** Whether its value is another one for each commit or each run. */
  boolean isUnique() {
    if (piece instanceof Piece.Variable variable) {
      return CommitOrRunNames.of(variable.name());
    } else if (piece instanceof Piece.Expression expression) {
      return CommitOrRunNames.of(expression.body());
    }
    if (piece instanceof Piece.OneOf one) {
      return one.values().stream().allMatch(it -> of(it).stream().anyMatch(LocatedPiece::isUnique));
    }
    return piece instanceof Piece.Computed computed && CommitOrRunNames.of(computed.text());
  }

  /** What is the same for two pieces that have the same value; it may hold a secret. */
  String identity() {
    if (piece instanceof Piece.Expression it) {
      return "${{" + it.body() + "}}";
    }
    return piece instanceof Piece.OneOf it ? "${{" + it.source() + "}}" : shown();
  }

  /** What is the same for two values that are the same; it may hold a secret. */
  static String identity(List<LocatedPiece> parts) {
    StringBuilder all = new StringBuilder();
    parts.forEach(it -> all.append(it.identity()));
    return all.toString();
  }

  /** What messages show: never what a substitution runs, for that may hold a secret. */
  String shown() {
    if (piece instanceof Piece.Text text) {
      return text.text();
    } else if (piece instanceof Piece.Variable variable) {
      return "$" + variable.name();
    } else if (piece instanceof Piece.Expression expression) {
      return "${{ " + Expressions.shown(expression.body()) + " }}";
    } else if (piece instanceof Piece.OneOf one) {
      List<ShellWord> filled = one.values().stream().filter(it -> !it.pieces().isEmpty()).toList();
      int end = one.source().indexOf(' ');
      String variable = end < 0 ? one.source() : one.source().substring(0, end);
      return filled.size() == 1
          ? written(of(filled.get(0)))
          : one.source().startsWith("$") ? variable : "${{ … }}";
    }
    return COMPUTED;
  }

  static String shown(List<LocatedPiece> parts) {
    return Shown.of(inFull(parts));
  }

  /** The whole of it as reports show it: not cut, and without credentials. */
  static String inFull(List<LocatedPiece> parts) {
    return Shown.withoutCredentials(written(parts));
  }

  /** The whole of it, to decide by; it may hold credentials, so that nothing shows it. */
  static String written(List<LocatedPiece> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(it -> text.append(it.shown()));
    return text.toString();
  }

  /** What follows some text at the beginning of the first part. */
  static List<LocatedPiece> cut(List<LocatedPiece> parts, int length) {
    LocatedPiece first = parts.get(0);
    List<LocatedPiece> rest = new ArrayList<>(parts.subList(1, parts.size()));
    if (first.piece() instanceof Piece.Text text && text.text().length() > length) {
      Piece.Text left =
          new Piece.Text(text.text().substring(length), text.start() + length, text.end());
      rest.add(0, new LocatedPiece(left, first.owner()));
    }
    return rest;
  }

  /** What follows the first of a character in the text of the parts; all where it is in none. */
  static List<LocatedPiece> after(List<LocatedPiece> parts, char separator) {
    for (int index = 0; index < parts.size(); index++) {
      LocatedPiece part = parts.get(index);
      int at = part.text().indexOf(separator);
      if (part.piece() instanceof Piece.Text text && at >= 0) {
        List<LocatedPiece> rest = new ArrayList<>();
        if (at + 1 < text.text().length()) {
          int from = Math.min(text.start() + at + 1, text.end());
          rest.add(
              new LocatedPiece(
                  new Piece.Text(text.text().substring(at + 1), from, text.end()), part.owner()));
        }
        rest.addAll(parts.subList(index + 1, parts.size()));
        return rest;
      }
    }
    return parts;
  }

  /** The entries of a list that is written on several lines or with commas. */
  static List<List<LocatedPiece>> list(List<LocatedPiece> parts) {
    List<List<LocatedPiece>> entries = new ArrayList<>();
    List<LocatedPiece> entry = new ArrayList<>();
    for (LocatedPiece part : parts) {
      if (!(part.piece() instanceof Piece.Text text)) {
        entry.add(part);
        continue;
      }
      int from = 0;
      for (int at = 0; at <= text.text().length(); at++) {
        boolean ends = at < text.text().length() && ", \n\t".indexOf(text.text().charAt(at)) >= 0;
        if (ends || at == text.text().length()) {
          if (from < at) {
            Piece.Text piece =
                new Piece.Text(
                    text.text().substring(from, at), text.start() + from, text.start() + at);
            entry.add(new LocatedPiece(piece, part.owner()));
          }
          if (ends && !entry.isEmpty()) {
            entries.add(List.copyOf(entry));
            entry.clear();
          }
          from = at + 1;
        }
      }
    }
    if (!entry.isEmpty()) {
      entries.add(List.copyOf(entry));
    }
    return entries;
  }
}
