package io.github.containerversions.check.versions;

import io.github.containerversions.check.Rule;
import io.github.containerversions.model.Declaration;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Location;
import io.github.containerversions.model.Place;
import io.github.containerversions.model.Problem;
import io.github.containerversions.model.Reading;
import io.github.containerversions.model.Source;
import io.github.containerversions.model.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns what kept a source from yielding a version into findings of its rule. */
final class SourceProblems {

  /** So many findings one source of one container gives: a flood of one hides the others. */
  private static final int MOST = 10;

  private SourceProblems() {}

  /** The findings about a source that the container uses; none where it does not use it. */
  static List<Finding> of(Rule<Evidence> rule, Evidence evidence, Source source) {
    Reading reading = evidence.readings().get(source);
    if (reading == null || reading.problems().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : reading.problems()) {
      if (findings.size() == MOST - 1 && reading.problems().size() > MOST) {
        findings.add(finding(rule, evidence, reading, rest(problem, reading)));
        break;
      }
      findings.add(finding(rule, evidence, reading, problem));
    }
    return findings;
  }

  private static Problem rest(Problem problem, Reading reading) {
    int more = reading.problems().size() - MOST;
    return new Problem(
        problem.kind(),
        problem.message() + "; further problems of this file that are not shown: " + more,
        problem.help(),
        problem.location(),
        problem.related());
  }

  /** The same, where a command can answer in place of the file: its answer is the last word. */
  static List<Finding> of(Rule<Evidence> rule, Evidence evidence, Source file, Source command) {
    return evidence.reading(command).isPresent()
        ? of(rule, evidence, command)
        : of(rule, evidence, file);
  }

  private static Finding finding(
      Rule<Evidence> rule, Evidence evidence, Reading reading, Problem problem) {
    List<Place> related =
        problem.related().stream()
            .map(location -> new Place(location, written(reading, location)))
            .toList();
    return new Finding(
        rule.info().id(),
        evidence.container().name(),
        problem.message(),
        filledIn(rule, problem.help(), evidence),
        problem.location(),
        related);
  }

  private static String written(Reading reading, Location location) {
    Stream<Declaration> there =
        reading.declarations().stream().filter(it -> it.location().equals(location));
    return there.map(Written::withValue).findFirst().orElse("");
  }

  /**
   * The help, with the version to write where the other sources know it; in a derivation without
   * its v, which stands in the tag: {@code "v${version}"}.
   */
  private static String filledIn(Rule<Evidence> rule, String help, Evidence evidence) {
    if (!help.contains(Problem.VERSION)) {
      return help;
    }
    return evidence
        .agreed()
        .map(version -> rule instanceof NixVersion ? VersionText.normalise(version) : version)
        .map(version -> help.replace(Problem.VERSION, version))
        .orElse(help);
  }
}
