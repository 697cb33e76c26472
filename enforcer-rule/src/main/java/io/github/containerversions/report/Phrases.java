package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.Scope;

/** Phrases that several forms share. */
final class Phrases {

  private Phrases() {}

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

  /** What is wrong with what, for readers that know no folders; not yet escaped. */
  static String sentence(Finding finding) {
    String said = Excerpt.cut(finding.subject(), Excerpt.NAME) + ": " + finding.message();
    return finding.location() instanceof FolderLocation folder
        ? said + " (" + clickable(folder) + ")"
        : said;
  }

  /** A place that terminals and editors can open: {@code path:line:column}; not yet escaped. */
  static String clickable(Location location) {
    String file = Excerpt.cut(location.file(), Excerpt.PATH);
    return location instanceof SourceSpan span
        ? file + ":" + span.line() + ":" + span.column()
        : file;
  }

  /** A place and what stands there; not yet escaped. */
  static String place(RelatedLocation place) {
    String where = clickable(place.location());
    return place.text().isEmpty() ? where : where + " " + place.text();
  }

  /** A warning on one line; not yet escaped. */
  static String warning(Warning warning) {
    return "[" + warning.rule() + "] " + warning.message() + ": " + warning.help();
  }

  /** A number of pushes. */
  static String pushes(int count) {
    return count + (count == 1 ? " push" : " pushes");
  }
}
