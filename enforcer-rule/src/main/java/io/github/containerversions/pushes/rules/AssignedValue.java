package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.List;

/** What an assignment sets a variable to. */
final class AssignedValue {
  /** The most pieces of a value. */
  private static final int MAX_PIECES = 1_000;

  private AssignedValue() {}

  static List<LocatedPiece> of(Command.Assignment assignment, VariableScope all) {
    return bounded(
        assignment.deferred()
            ? deferred(assignment, all)
            : named(assignment.name(), all.resolve(assignment.value())));
  }

  /** The value as it stands, but for the variable itself, to which something is added. */
  private static List<LocatedPiece> deferred(Command.Assignment assignment, VariableScope all) {
    List<LocatedPiece> parts = new ArrayList<>();
    for (LocatedPiece part : LocatedPiece.of(assignment.value())) {
      List<LocatedPiece> before =
          part.piece() instanceof Piece.Variable it && it.name().equals(assignment.name())
              ? all.value(it.name())
              : null;
      if (before == null) {
        parts.add(part);
      } else {
        parts.addAll(before);
      }
    }
    return parts;
  }

  /** A value that grows with each command is unknown from some length on. */
  private static List<LocatedPiece> bounded(List<LocatedPiece> value) {
    if (value.size() <= MAX_PIECES) {
      return value;
    }
    LocatedPiece first = value.get(0);
    return List.of(new LocatedPiece(Piece.Computed.of(first.piece()), first.owner()));
  }

  /** A computed value keeps the name of its variable if this names a commit or a run. */
  private static List<LocatedPiece> named(String name, List<LocatedPiece> value) {
    return value.size() == 1
            && value.get(0).piece() instanceof Piece.Computed it
            && CommitOrRunNames.of(name)
        ? List.of(
            new LocatedPiece(
                new Piece.Computed(name + " " + it.text(), it.start(), it.end()),
                value.get(0).owner()))
        : value;
  }
}
