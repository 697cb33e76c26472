package io.github.containerversions.versions;

import io.github.containerversions.core.Cores;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.rules.ContainerReadings;
import io.github.containerversions.versions.site.ContainerFolders;
import io.github.containerversions.versions.site.DeclarationSite;
import io.github.containerversions.versions.site.dockerfile.DockerfileSite;
import io.github.containerversions.versions.site.inventory.InventorySite;
import io.github.containerversions.versions.site.nix.NixSite;
import io.github.containerversions.versions.site.place.Place;
import io.github.containerversions.versions.site.place.PlaceSite;
import io.github.containerversions.versions.site.python.ContainerPySite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Every site of a repository, in the order of tables and reports. Only this class lists them. */
public final class SiteList {

  /** The names of the files that make a folder buildable, in the order of the sites. */
  static final List<String> BUILD_FILES =
      names(DockerfileSite.FILES, ContainerPySite.FILE, NixSite.FILE);

  private final List<DeclarationSite> buildFiles;
  private final List<PlaceSite> places;
  private final List<DeclarationSite> shared;
  private final Optional<InventorySite> inventory;

  /**
   * The sites of a repository; begins to read its inventory.
   *
   * @param files the files of the repository
   * @param settings what the sites are configured with
   */
  SiteList(RepositoryFiles files, VersionSettings settings) {
    this.places = places(files, settings);
    this.shared = new ArrayList<>();
    if (settings.sites().hasInventory()) {
      InventorySite inventory = new InventorySite(files, settings.sites().inventory());
      shared.add(inventory);
      this.inventory = Optional.of(inventory);
    } else {
      this.inventory = Optional.empty();
    }
    shared.addAll(places);
    this.buildFiles = buildFiles(files, settings);
  }

  private static List<String> names(List<String> first, String... others) {
    List<String> names = new ArrayList<>(first);
    names.addAll(List.of(others));
    return List.copyOf(names);
  }

  private static List<DeclarationSite> buildFiles(RepositoryFiles files, VersionSettings settings) {
    return List.of(
        new DockerfileSite(files, settings.sites().versionArgs()),
        ContainerPySite.of(files, settings.sites().containerPyVariable()),
        NixSite.of(files));
  }

  /** The names and words of every site; without the inventory where there is none. */
  static List<Site> described(InventoryLayout inventory, List<Place> places) {
    List<Site> sites =
        new ArrayList<>(List.of(DockerfileSite.SITE, ContainerPySite.SITE, NixSite.SITE));
    if (!inventory.file().isEmpty()) {
      sites.add(InventorySite.site(inventory));
    }
    for (Place place : places) {
      sites.add(PlaceSite.site(place));
    }
    return sites;
  }

  /** One site of each kind, with the words of the default configuration. */
  static List<Site> kinds() {
    List<Site> kinds = described(InventoryLayout.of("service-versions.yaml"), List.of());
    kinds.add(PlaceSite.KIND);
    return kinds;
  }

  /** The inventory, where there is one. */
  Optional<InventorySite> inventory() {
    return inventory;
  }

  /** The places, in the order of the configuration. */
  List<PlaceSite> places() {
    return places;
  }

  /** What the build files of a container say as other files than those on disk have them. */
  static List<Reading> buildFiles(
      RepositoryFiles files, VersionSettings settings, Container container) {
    return buildFiles(files, settings).stream().flatMap(it -> it.read(container).stream()).toList();
  }

  /** What one site says of a container, by the id of the site; nothing else is read. */
  static Optional<SiteReading> read(
      RepositoryFiles files, VersionSettings settings, Container container, String site) {
    List<DeclarationSite> sites = new ArrayList<>(buildFiles(files, settings));
    InventoryLayout layout = settings.sites().inventory();
    if (settings.sites().hasInventory() && InventorySite.site(layout).id().equals(site)) {
      sites.add(new InventorySite(files, layout));
    }
    sites.addAll(places(files, settings));
    sites.removeIf(it -> !it.site().id().equals(site));
    return new ContainerReadings(container, readings(sites, container))
        .readings().stream().findFirst();
  }

  private static List<PlaceSite> places(RepositoryFiles files, VersionSettings settings) {
    List<String> configuration = settings.scope().configurationFiles();
    String pom = configuration.isEmpty() ? "pom.xml" : configuration.get(0);
    List<PlaceSite> places = new ArrayList<>();
    for (Place place : settings.sites().places()) {
      places.add(new PlaceSite(place, settings.root(), files, pom));
    }
    return places;
  }

  /** The files outside of a container's folder that its version depends on, from the root. */
  Set<String> dependencies(Container container) {
    Set<String> dependencies = new HashSet<>();
    for (DeclarationSite site : buildFiles) {
      dependencies.addAll(site.dependencies(container));
    }
    return dependencies;
  }

  /** What the build files of one container say. */
  ContainerReadings buildFiles(Container container) {
    return new ContainerReadings(container, readings(buildFiles, container));
  }

  /** What the inventory and the places say of one container. */
  List<SiteReading> shared(Container container) {
    return readings(shared, container);
  }

  /** What all sites say of those containers that are asked about, in the same order. */
  List<ContainerReadings> read(List<Container> containers, Predicate<Container> asked) {
    return withShared(Cores.map(containers, it -> asked.test(it) ? buildFiles(it) : null));
  }

  /**
   * The same, of containers whose folders may not have been looked into.
   *
   * @param folders knows which were
   */
  List<ContainerReadings> read(
      List<Container> containers, Predicate<Container> asked, ContainerFolders folders) {
    return withShared(
        Cores.map(
            containers, it -> asked.test(it) ? buildFiles(folders.onDisk(it, BUILD_FILES)) : null));
  }

  private List<ContainerReadings> withShared(List<ContainerReadings> read) {
    List<ContainerReadings> all = new ArrayList<>(read.size());
    for (ContainerReadings each : read) {
      List<SiteReading> readings = new ArrayList<>(each.readings());
      readings.addAll(shared(each.container()));
      all.add(new ContainerReadings(each.container(), readings));
    }
    return all;
  }

  private static List<SiteReading> readings(
      List<? extends DeclarationSite> sites, Container container) {
    List<SiteReading> readings = new ArrayList<>(sites.size() + 1);
    for (DeclarationSite site : sites) {
      Optional<Reading> reading = site.read(container);
      if (reading.isPresent()) {
        readings.add(new SiteReading(site.siteOf(container), reading.get()));
      }
    }
    return readings;
  }
}
