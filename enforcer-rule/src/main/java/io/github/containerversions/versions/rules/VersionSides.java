package io.github.containerversions.versions.rules;

import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The declarations of a container that must agree, by the version that they state.
 *
 * @param byVersion those of each version, which is normalised; in the order of the sites
 * @param moved those whose version the branch has changed since its base, as far as git can tell
 */
record VersionSides(Map<String, List<SiteDeclaration>> byVersion, List<SiteDeclaration> moved) {

  static VersionSides of(ContainerReadings readings) {
    Map<String, List<SiteDeclaration>> byVersion = new LinkedHashMap<>();
    List<SiteDeclaration> moved = new ArrayList<>();
    for (SiteDeclaration each : readings.versions()) {
      byVersion.computeIfAbsent(normalised(each), it -> new ArrayList<>()).add(each);
      if (readings.moved().contains(each.declaration())) {
        moved.add(each);
      }
    }
    return new VersionSides(byVersion, moved);
  }

  /** All of them, those of one version together. */
  Collection<List<SiteDeclaration>> all() {
    return byVersion.values();
  }

  boolean agree() {
    return byVersion.size() < 2;
  }

  /** Those with the one version that the branch moves to; empty where it moves to none, or more. */
  Optional<List<SiteDeclaration>> ahead() {
    Set<String> versions = new LinkedHashSet<>();
    moved.forEach(it -> versions.add(normalised(it)));
    return versions.size() == 1
        ? Optional.ofNullable(byVersion.get(versions.iterator().next()))
        : Optional.empty();
  }

  /** Those that are more than of any other version; empty where there is no such version. */
  Optional<List<SiteDeclaration>> majority() {
    int largest = all().stream().mapToInt(List::size).max().orElse(0);
    List<List<SiteDeclaration>> leading =
        all().stream().filter(group -> group.size() == largest).toList();
    return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
  }

  /** The version that the others are to say, as it is written; empty where that cannot be known. */
  Optional<String> right() {
    return agree() ? Optional.empty() : ahead().or(this::majority).map(it -> it.get(0).version());
  }

  private static String normalised(SiteDeclaration declaration) {
    return VersionText.normalise(declaration.version());
  }
}
