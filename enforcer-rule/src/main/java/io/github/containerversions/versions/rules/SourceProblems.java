package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Source;
import io.github.containerversions.versions.model.VersionText;
import java.util.List;
import java.util.stream.Stream;

/** Turns what kept a source from yielding a version into findings of its rule. */
final class SourceProblems {

  private SourceProblems() {}

  /** The findings about a source that the container uses; none where it does not use it. */
  static List<Finding> of(Rule<ContainerReadings> rule, ContainerReadings evidence, Source source) {
    Reading reading = evidence.readings().get(source);
    if (reading == null || reading.problems().isEmpty()) {
      return List.of();
    }
    return reading.problems().stream().map(it -> finding(rule, evidence, reading, it)).toList();
  }

  /** The same, where a command can answer in place of the file: its answer is the last word. */
  static List<Finding> of(
      Rule<ContainerReadings> rule, ContainerReadings evidence, Source file, Source command) {
    return evidence.reading(command).isPresent()
        ? of(rule, evidence, command)
        : of(rule, evidence, file);
  }

  private static Finding finding(
      Rule<ContainerReadings> rule, ContainerReadings evidence, Reading reading, Problem problem) {
    List<RelatedLocation> related =
        problem.related().stream()
            .map(location -> new RelatedLocation(location, written(reading, location)))
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
  private static String filledIn(
      Rule<ContainerReadings> rule, String help, ContainerReadings evidence) {
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
