package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rule 5: all versions obtained agree. */
final class VersionAgreement implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "version-agreement",
          "All declarations of a container's version agree, ignoring one leading v",
          "A change that updates one place and forgets another builds an image whose tag does not"
              + " say what is in it.",
          "Write the same version in all places; the finding names each with file, line and"
              + " column.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    if (evidence.agree()) {
      return List.of();
    }
    VersionSides sides = VersionSides.of(evidence);
    return List.of(
        sides
            .ahead()
            .map(it -> leftBehind(evidence, sides, it))
            .or(() -> sides.majority().map(it -> oddOnesOut(evidence, sides.all(), it)))
            .orElseGet(() -> undecided(evidence, sides.all())));
  }

  /** The branch has moved some places, and the others are to follow. */
  private static Finding leftBehind(
      ContainerReadings evidence, VersionSides sides, List<SiteDeclaration> ahead) {
    List<List<SiteDeclaration>> others = withLast(sides.all(), ahead);
    String message =
        sayings(others)
            + "; this branch moved "
            + listed(sides.moved().stream().map(SiteDeclaration::title).distinct().toList())
            + " to "
            + VersionText.named(shown(ahead));
    String help =
        settings(evidence, others.subList(0, others.size() - 1), ahead)
            + Advice.goal(evidence.container()).map(it -> ", or run " + it).orElse("");
    return finding(evidence, message, help, others);
  }

  private static List<List<SiteDeclaration>> withLast(
      Collection<List<SiteDeclaration>> groups, List<SiteDeclaration> last) {
    List<List<SiteDeclaration>> ordered =
        new ArrayList<>(groups.stream().filter(group -> group != last).toList());
    ordered.add(last);
    return ordered;
  }

  /** How to make the places of some groups say the version of another. */
  private static String settings(
      ContainerReadings evidence, List<List<SiteDeclaration>> groups, List<SiteDeclaration> right) {
    return groups.stream()
        .flatMap(List::stream)
        .map(it -> Advice.set(evidence.container(), it, right.get(0).version()))
        .collect(Collectors.joining(" and "));
  }

  private static Finding oddOnesOut(
      ContainerReadings evidence,
      Collection<List<SiteDeclaration>> groups,
      List<SiteDeclaration> agreeing) {
    List<List<SiteDeclaration>> oddFirst = withLast(groups, agreeing);
    List<List<SiteDeclaration>> odd = oddFirst.subList(0, oddFirst.size() - 1);
    String help = settings(evidence, odd, agreeing);
    if (odd.size() == 1) {
      help +=
          ", or move the other "
              + inWords(agreeing.size())
              + " to "
              + inTheirStyles(agreeing, shown(odd.get(0)));
    }
    return finding(evidence, sayings(oddFirst), help, oddFirst);
  }

  /**
   * A version as the places of a group are to write it: the usual form, then those that differ. A
   * place that writes its version without a v gets none.
   */
  private static String inTheirStyles(List<SiteDeclaration> group, String version) {
    Map<String, List<String>> titles =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    it -> hasPrefix(it) ? version : VersionText.normalise(version),
                    LinkedHashMap::new,
                    Collectors.mapping(SiteDeclaration::title, Collectors.toList())));
    List<Map.Entry<String, List<String>>> forms = new ArrayList<>(titles.entrySet());
    forms.sort(Comparator.comparingInt(it -> -it.getValue().size()));
    StringBuilder words = new StringBuilder(forms.get(0).getKey());
    for (Map.Entry<String, List<String>> form : forms.subList(1, forms.size())) {
      words.append(", in ").append(listed(form.getValue())).append(' ').append(form.getKey());
    }
    return words.toString();
  }

  private static boolean hasPrefix(SiteDeclaration stated) {
    String version = stated.version().strip();
    return !VersionText.normalise(version).equals(version);
  }

  private static Finding undecided(
      ContainerReadings evidence, Collection<List<SiteDeclaration>> groups) {
    List<SiteDeclaration> all = groups.stream().flatMap(List::stream).toList();
    String help;
    if (all.size() == 2) {
      SiteDeclaration one = all.get(0);
      SiteDeclaration other = all.get(1);
      help =
          Advice.set(evidence.container(), one, other.version())
              + ", or "
              + Advice.set(evidence.container(), other, one.version());
    } else {
      help =
          "write the right one in all "
              + inWords(all.size())
              + ": "
              + all.stream().map(Advice::key).collect(Collectors.joining(", "));
    }
    return finding(
        evidence, sayings(groups) + "; which is right cannot be told from here", help, groups);
  }

  private static Finding finding(
      ContainerReadings evidence,
      String message,
      String help,
      Collection<List<SiteDeclaration>> ordered) {
    List<SiteDeclaration> all = ordered.stream().flatMap(List::stream).toList();
    List<RelatedLocation> related = all.stream().skip(1).map(it -> related(it)).toList();
    return new Finding(
        INFO.id(),
        evidence.container().name(),
        message,
        help,
        all.get(0).declaration().location(),
        related);
  }

  private static RelatedLocation related(SiteDeclaration stated) {
    return new RelatedLocation(
        stated.declaration().location(), Written.withValue(stated.declaration()));
  }

  private static String sayings(Collection<List<SiteDeclaration>> groups) {
    return groups.stream().map(VersionAgreement::saying).collect(Collectors.joining(", "));
  }

  private static String saying(List<SiteDeclaration> group) {
    List<String> titles = group.stream().map(SiteDeclaration::title).distinct().toList();
    return listed(titles)
        + (titles.size() == 1 ? " says " : " say ")
        + VersionText.named(shown(group))
        + origin(group);
  }

  private static String listed(List<String> names) {
    String last = names.get(names.size() - 1);
    return names.size() == 1
        ? last
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
  }

  /** What a single declaration computes its value from: it may be the one that has no line. */
  private static String origin(List<SiteDeclaration> group) {
    Declaration only = group.get(0).declaration();
    String expression = group.size() > 1 || only.isPlain() ? "" : Written.expression(only);
    return expression.isEmpty() ? "" : " (from " + expression + ")";
  }

  /** As written where all write it the same, else in the form that was compared. */
  private static String shown(List<SiteDeclaration> group) {
    String first = group.get(0).version().strip();
    return group.stream().allMatch(it -> it.version().strip().equals(first))
        ? first
        : VersionText.normalise(first);
  }

  private static String inWords(int count) {
    return switch (count) {
      case 2 -> "two";
      case 3 -> "three";
      case 4 -> "four";
      default -> Integer.toString(count);
    };
  }
}
