package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What steps of a job hand to the steps after them, and what other jobs hand to it. */
final class StepValues {
  private final Map<String, List<LocatedPiece>> exported = new HashMap<>();
  private final Map<String, List<LocatedPiece>> outputs = new HashMap<>();

  /** What a step gives, as {@code steps.<id>.outputs.<name>}. */
  void output(String step, String name, List<LocatedPiece> value) {
    output(step, name, value, false);
  }

  /**
   * The same.
   *
   * @param conditional whether it gives it in some cases only
   */
  void output(String step, String name, List<LocatedPiece> value, boolean conditional) {
    put(outputs, step + "." + name, name, value, conditional);
  }

  /** A variable that a step or an action sets for the steps after it. */
  void export(String name, List<LocatedPiece> value) {
    export(name, value, false);
  }

  /** The same, in some cases only or in all. */
  void export(String name, List<LocatedPiece> value, boolean conditional) {
    put(exported, name, name, value, conditional);
  }

  private static void put(
      Map<String, List<LocatedPiece>> into,
      String key,
      String name,
      List<LocatedPiece> value,
      boolean conditional) {
    into.put(key, conditional ? Either.of(name, into.get(key), value) : value);
  }

  /**
   * An output as other jobs get it: what only its own job can tell is unknown to them. The runner
   * does not pass on one with a secret in it.
   *
   * @return empty where nothing of it is known to them
   */
  static List<LocatedPiece> forOtherJobs(List<LocatedPiece> value) {
    List<LocatedPiece> known = value.stream().map(StepValues::forOtherJobs).toList();
    return known.stream().allMatch(it -> it.piece() instanceof Piece.Computed) ? List.of() : known;
  }

  private static LocatedPiece forOtherJobs(LocatedPiece part) {
    boolean same =
        part.isText()
            || (part.piece() instanceof Piece.Expression it
                && (it.body().startsWith("github.") || it.body().startsWith("vars.")));
    return same ? part : new LocatedPiece(Piece.Computed.of(part.piece()), part.owner());
  }

  /** What another job hands over, as {@code needs.<id>.outputs.<name>}. */
  void needed(String job, Map<String, List<LocatedPiece>> values) {
    values.forEach((name, value) -> outputs.put("needs." + job + "." + name, value));
  }

  /** An output by its step and its name, or by its job with {@code needs.} before it. */
  @Nullable List<LocatedPiece> output(String key) {
    return outputs.get(key);
  }

  /** A variable for later steps; null where no step has set it. */
  @Nullable List<LocatedPiece> exported(String name) {
    return exported.get(name);
  }
}
