package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules 1, 2 and 4: the rule of a site turns whatever kept the site from yielding a version into
 * findings.
 */
record SiteRule(RuleInfo info) implements Rule<ContainerReadings> {

  /** The findings that one site gives for one container: a flood of one hides the others. */
  private static final int MAX_FINDINGS = 10;

  @Override
  public List<Finding> check(ContainerReadings container) {
    List<Finding> findings = new ArrayList<>();
    for (SiteReading each : container.readings()) {
      if (each.site().rule().id().equals(info.id())) {
        addFindings(findings, container, each);
      }
    }
    return findings;
  }

  private void addFindings(List<Finding> findings, ContainerReadings container, SiteReading from) {
    List<Problem> problems = from.reading().problems();
    boolean all = problems.size() <= MAX_FINDINGS;
    for (Problem problem : all ? problems : problems.subList(0, MAX_FINDINGS - 1)) {
      findings.add(finding(container, from, problem));
    }
    if (!all) {
      Problem last = problems.get(MAX_FINDINGS - 1);
      String rest =
          "; further problems of this file that are not shown: " + (problems.size() - MAX_FINDINGS);
      findings.add(
          finding(
              container,
              from,
              new Problem(
                  last.kind(),
                  last.message() + rest,
                  last.help(),
                  last.location(),
                  last.related())));
    }
  }

  private Finding finding(ContainerReadings container, SiteReading from, Problem problem) {
    List<RelatedLocation> related =
        problem.related().stream()
            .map(location -> new RelatedLocation(location, written(from.reading(), location)))
            .toList();
    return new Finding(
        info.id(),
        container.container().name(),
        problem.message(),
        filledIn(from.site(), problem.help(), container),
        problem.location(),
        related);
  }

  private static String written(Reading reading, Location location) {
    Stream<Declaration> there =
        reading.declarations().stream().filter(it -> it.location().equals(location));
    return there.map(Written::withValue).findFirst().orElse("");
  }

  /**
   * The help, with the version to write where the other sites know it; in a derivation without its
   * v, which stands in the tag: {@code "v${version}"}.
   */
  private static String filledIn(Site site, String help, ContainerReadings container) {
    if (!help.contains(Problem.VERSION)) {
      return help;
    }
    return container
        .agreed()
        .map(version -> site.advice().keepsPrefix() ? version : VersionText.normalise(version))
        .map(version -> help.replace(Problem.VERSION, version))
        .orElse(help);
  }
}
