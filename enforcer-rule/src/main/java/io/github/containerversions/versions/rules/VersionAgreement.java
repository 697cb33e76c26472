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
import java.util.Optional;
import java.util.stream.Collectors;

/** Rule 5: all versions obtained agree. */
final class VersionAgreement implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "version-agreement",
          "All declarations of a container's version agree, one leading v aside",
          "Whoever bumps one place and forgets another ships an image whose tag does not say what"
              + " is in it.",
          "Write the same version in all places; the finding names each with file, line and"
              + " column.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    List<SiteDeclaration> versions = evidence.versions();
    if (agree(versions)) {
      return List.of();
    }
    Map<String, List<SiteDeclaration>> byVersion =
        versions.stream()
            .collect(
                Collectors.groupingBy(
                    it -> VersionText.normalise(it.version()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return List.of(
        majority(byVersion.values())
            .map(agreeing -> oddOnesOut(evidence, byVersion.values(), agreeing))
            .orElseGet(() -> undecided(evidence, byVersion.values())));
  }

  /** The usual case, told without sorting them: it is asked for every container. */
  private static boolean agree(List<SiteDeclaration> versions) {
    for (int i = 1; i < versions.size(); i++) {
      if (!VersionText.normalise(versions.get(i).version())
          .equals(VersionText.normalise(versions.get(0).version()))) {
        return false;
      }
    }
    return true;
  }

  /** The group that more sources belong to than to any other. */
  private static Optional<List<SiteDeclaration>> majority(
      Collection<List<SiteDeclaration>> groups) {
    int largest = groups.stream().mapToInt(List::size).max().orElse(0);
    List<List<SiteDeclaration>> leading =
        groups.stream().filter(group -> group.size() == largest).toList();
    return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
  }

  private Finding oddOnesOut(
      ContainerReadings evidence,
      Collection<List<SiteDeclaration>> groups,
      List<SiteDeclaration> agreeing) {
    List<List<SiteDeclaration>> odd = groups.stream().filter(group -> group != agreeing).toList();
    List<List<SiteDeclaration>> oddFirst = new ArrayList<>(odd);
    oddFirst.add(agreeing);

    String right = agreeing.get(0).version();
    String help =
        odd.stream()
            .flatMap(List::stream)
            .map(it -> Advice.set(evidence.container(), it, right))
            .collect(Collectors.joining(" and "));
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

  private Finding undecided(ContainerReadings evidence, Collection<List<SiteDeclaration>> groups) {
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
