package io.github.containerversions.report;

import io.github.containerversions.model.Location;
import io.github.containerversions.model.Scope;
import io.github.containerversions.model.SourceSpan;

/** Phrases that several forms share. */
final class Words {

  private Words() {}

  /** A number and its noun: {@code 1 finding}, {@code 2 findings}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The scope in a few words: what was asked for and, where that was not all, what came of it. */
  static String scope(Scope scope) {
    return scope.reason() == Scope.Reason.REQUESTED
        ? "scope: " + scope.mode().id()
        : "scope: " + scope.mode().id() + ", " + scope.reason().id();
  }

  /** A place that terminals and editors can open: {@code path:line:column}. */
  static String clickable(Location location) {
    String file = Printable.of(location.file());
    return location instanceof SourceSpan span
        ? file + ":" + span.line() + ":" + span.column()
        : file;
  }
}
