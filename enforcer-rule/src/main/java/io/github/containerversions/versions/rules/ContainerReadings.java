package io.github.containerversions.versions.rules;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the rules know about one container. Values that must not be shown are removed here, so
 * no report can show them.
 *
 * @param container the container
 * @param readings what each site says that the container uses, in the order of the sites
 * @param lags how the places that may be behind relate to what is built
 * @param moved the declarations whose version the branch has changed since its base, where all
 *     sites do not agree and git can tell
 */
public record ContainerReadings(
    Container container,
    List<SiteReading> readings,
    Map<Declaration, Lag> lags,
    Set<Declaration> moved) {

  public ContainerReadings {
    readings = showable(readings);
    lags = Map.copyOf(lags);
    moved = Set.copyOf(moved);
  }

  /** What is known before git is asked. */
  public ContainerReadings(Container container, List<SiteReading> readings) {
    this(container, readings, Map.of(), Set.of());
  }

  private static List<SiteReading> showable(List<SiteReading> readings) {
    List<SiteReading> showable = new ArrayList<>(readings.size());
    for (SiteReading each : readings) {
      showable.add(each.showable());
    }
    return List.copyOf(showable);
  }

  /** The sites that the container uses. */
  List<Site> sites() {
    List<Site> sites = new ArrayList<>(readings.size());
    for (SiteReading each : readings) {
      sites.add(each.site());
    }
    return sites;
  }

  /** The same, with how the places that may be behind relate to what is built. */
  public ContainerReadings withLags(Map<Declaration, Lag> all) {
    return new ContainerReadings(container, readings, all, moved);
  }

  /** The same, with what the branch has changed. */
  public ContainerReadings withMoved(Set<Declaration> all) {
    return new ContainerReadings(container, readings, lags, all);
  }

  /** Whether all sites that must agree do. It is asked of every container, so it sorts nothing. */
  public boolean agree() {
    String first = null;
    for (SiteReading each : readings) {
      for (Declaration declaration : each.versions()) {
        String version = VersionText.normalise(declaration.version());
        if (first != null && !first.equals(version)) {
          return false;
        }
        first = version;
      }
    }
    return true;
  }

  /** The version that the other sites are to say; empty where all agree or it cannot be known. */
  Optional<String> right() {
    return agree() ? Optional.empty() : VersionSides.of(this).right();
  }

  /** The version that all sites that have one agree on: as written, where all write it so. */
  Optional<String> agreed() {
    List<String> versions = versions().stream().map(it -> it.version().strip()).distinct().toList();
    if (versions.size() == 1) {
      return Optional.of(versions.get(0));
    }
    List<String> normalised = versions.stream().map(VersionText::normalise).distinct().toList();
    return normalised.size() == 1 ? Optional.of(normalised.get(0)) : Optional.empty();
  }

  /** The declarations that must agree, in the order of the sites. */
  List<SiteDeclaration> versions() {
    List<SiteDeclaration> versions = new ArrayList<>();
    for (SiteReading each : readings) {
      each.versions().forEach(it -> versions.add(new SiteDeclaration(each.site(), it)));
    }
    return versions;
  }

  /** Whether a place that may be behind states a version. */
  public boolean hasLagging() {
    for (SiteReading each : readings) {
      if (!each.site().mustAgree() && !each.reading().declarations().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The declarations of places that may be behind, in the order of the sites. */
  public List<SiteDeclaration> lagging() {
    List<SiteDeclaration> lagging = new ArrayList<>();
    for (SiteReading each : readings) {
      if (!each.site().mustAgree()) {
        each.reading()
            .declarations()
            .forEach(it -> lagging.add(new SiteDeclaration(each.site(), it)));
      }
    }
    return lagging;
  }

  /** What the build files declare, normalised; empty where none of them says it. */
  public Set<String> built() {
    Set<String> built = new LinkedHashSet<>();
    for (SiteReading each : readings) {
      if (each.site().role() == Site.Role.BUILD_FILE) {
        each.versions().forEach(it -> built.add(VersionText.normalise(it.version())));
      }
    }
    return built;
  }
}
