package io.github.containerversions.check.versions;

import io.github.containerversions.model.Declaration;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Location;
import io.github.containerversions.model.Place;
import io.github.containerversions.model.Problem;
import io.github.containerversions.model.Reading;
import io.github.containerversions.model.Source;
import java.util.List;
import java.util.stream.Stream;

/** Turns what kept a source from yielding a version into findings of its rule. */
final class SourceProblems {

  private SourceProblems() {}

  /** The findings about a source that the container uses; none where it does not use it. */
  static List<Finding> of(Rule rule, Evidence evidence, Source source) {
    return evidence.reading(source).stream()
        .flatMap(
            reading -> reading.problems().stream().map(it -> finding(rule, evidence, reading, it)))
        .toList();
  }

  /** The same, where a command can answer in place of the file: its answer is the last word. */
  static List<Finding> of(Rule rule, Evidence evidence, Source file, Source command) {
    return evidence.reading(command).isPresent()
        ? of(rule, evidence, command)
        : of(rule, evidence, file);
  }

  private static Finding finding(Rule rule, Evidence evidence, Reading reading, Problem problem) {
    List<Place> related =
        problem.related().stream()
            .map(location -> new Place(location, written(reading, location)))
            .toList();
    return new Finding(
        rule.info().id(),
        evidence.container().name(),
        problem.message(),
        filledIn(problem.help(), evidence),
        problem.location(),
        related);
  }

  private static String written(Reading reading, Location location) {
    Stream<Declaration> there =
        reading.declarations().stream().filter(it -> it.location().equals(location));
    return there.map(Written::withValue).findFirst().orElse("");
  }

  /** The help, with the version to write where the other sources know it. */
  private static String filledIn(String help, Evidence evidence) {
    return help.contains(Problem.VERSION)
        ? evidence.agreed().map(version -> help.replace(Problem.VERSION, version)).orElse(help)
        : help;
  }
}
