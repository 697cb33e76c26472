package io.github.containerversions.versions;

import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionArgs;
import io.github.containerversions.versions.site.place.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that a run depends on, validated.
 *
 * @param root the repository root, absolute
 * @param sites where versions are declared
 * @param scope which containers are checked
 * @param commands what is asked where a file does not give its version
 * @param exemptions the containers that are excused
 * @param today the day that decides whether exemptions still hold
 * @param environment the environment of commands and of git, and of the CI, which names the base
 *     branch
 */
public record VersionSettings(
    Path root,
    Sites sites,
    ScopeOptions scope,
    Commands commands,
    List<Exemption> exemptions,
    LocalDate today,
    Map<String, String> environment) {

  /**
   * Where versions are declared.
   *
   * @param containers which folders are containers
   * @param inventory which file is the inventory, and where it has a version
   * @param serviceNames container to inventory name, where they differ
   * @param versionArgs what declares the version in a Dockerfile
   * @param containerPyVariable the name that declares the version in a {@code container.py}
   * @param places the configured places, in their order
   */
  public record Sites(
      ContainerLayout containers,
      InventoryLayout inventory,
      Map<String, String> serviceNames,
      VersionArgs versionArgs,
      String containerPyVariable,
      List<Place> places) {

    /** Whether there is an inventory. */
    boolean hasInventory() {
      return !inventory.file().isEmpty();
    }
  }

  /**
   * Which containers are checked.
   *
   * @param mode which containers were asked for
   * @param baseRef the branch to compare with; empty to look for one
   * @param configurationFiles the POMs from the configuring module up to the root, from the root
   */
  public record ScopeOptions(Scope.Mode mode, String baseRef, List<String> configurationFiles) {}

  /**
   * The commands that are asked for versions.
   *
   * @param nixPackages container to nixpkgs attribute
   * @param nixVersion the command line that is configured to ask for the version of a nixpkgs
   *     package; empty for the default, which serves the containers of {@code nixPackages} only
   * @param containerPyVersion the same for {@code container.py}; empty for none
   * @param timeout the time limit of one command, in seconds
   * @param inputs the files that the commands depend on; empty where any may be
   */
  public record Commands(
      Map<String, String> nixPackages,
      String nixVersion,
      String containerPyVersion,
      int timeout,
      PathGlobs inputs) {}

  /** The same for every container, whatever has changed. */
  public VersionSettings ofAll() {
    ScopeOptions all =
        new ScopeOptions(Scope.Mode.ALL, scope.baseRef(), scope.configurationFiles());
    return new VersionSettings(root, sites, all, commands, exemptions, today, environment);
  }
}
