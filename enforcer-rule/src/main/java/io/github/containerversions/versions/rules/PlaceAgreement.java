package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The places of a container that may be behind are all behind by the same. */
final class PlaceAgreement implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "place-agreement",
          "All places of a container that may be behind state the same version",
          "If one deployment was moved to a new version and another was forgotten, two versions of"
              + " the same image run side by side.",
          "Move the forgotten place to the version of the others; the finding names each with"
              + " file, line and column.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    if (!evidence.hasLagging()) {
      return List.of();
    }
    Map<String, List<SiteDeclaration>> byVersion =
        evidence.lagging().stream()
            .collect(
                Collectors.groupingBy(
                    it -> VersionText.normalise(it.version()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (byVersion.size() < 2) {
      return List.of();
    }
    List<SiteDeclaration> moved = moved(byVersion, evidence.built());
    List<SiteDeclaration> ordered = new ArrayList<>();
    for (List<SiteDeclaration> group : byVersion.values()) {
      if (group != moved) {
        ordered.addAll(group);
      }
    }
    List<SiteDeclaration> forgotten = List.copyOf(ordered);
    ordered.addAll(moved);
    String message =
        byVersion.values().stream()
            .sorted((one, other) -> Boolean.compare(one == moved, other == moved))
            .map(PlaceAgreement::saying)
            .collect(Collectors.joining(", "));
    String help =
        "move "
            + forgotten.stream()
                .map(it -> place(it.declaration().location()))
                .collect(Collectors.joining(" and "))
            + " to "
            + moved.get(0).version()
            + " as well";
    return List.of(
        new Finding(
            INFO.id(),
            evidence.container().name(),
            message,
            help,
            ordered.get(0).declaration().location(),
            ordered.stream().skip(1).map(PlaceAgreement::related).toList()));
  }

  /** Those that state what is built; where none does, the largest group, or the last of these. */
  private static List<SiteDeclaration> moved(
      Map<String, List<SiteDeclaration>> byVersion, Set<String> built) {
    List<SiteDeclaration> moved = List.of();
    for (Map.Entry<String, List<SiteDeclaration>> each : byVersion.entrySet()) {
      if (built.contains(each.getKey())) {
        return each.getValue();
      }
      moved = each.getValue().size() >= moved.size() ? each.getValue() : moved;
    }
    return moved;
  }

  /** Each with its file: the places often have the same name. */
  private static String saying(List<SiteDeclaration> group) {
    SiteDeclaration first = group.get(0);
    int more = group.size() - 1;
    return first.title()
        + " says "
        + VersionText.named(first.version().strip())
        + " in "
        + first.declaration().location().file()
        + (more == 0 ? "" : " and " + more + (more == 1 ? " other place" : " other places"));
  }

  private static String place(Location location) {
    return location instanceof SourceSpan span ? span.file() + ":" + span.line() : location.file();
  }

  private static RelatedLocation related(SiteDeclaration stated) {
    return new RelatedLocation(
        stated.declaration().location(), Written.withValue(stated.declaration()));
  }
}
