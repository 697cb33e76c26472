package io.github.containerversions.versions;

import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.versions.model.ContainerLayout;
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
 * @param containers which folders are containers
 * @param inventoryFile the inventory, from the root; empty where there is none
 * @param versionArgs what declares the version in a Dockerfile
 * @param containerPyVariable the name that declares the version in a {@code container.py}
 * @param scopeMode which containers were asked for
 * @param baseRef the branch to compare with; empty to look for one
 * @param configurationFiles the POMs from the configuring module up to the root, from the root
 * @param exemptions the containers that are excused
 * @param serviceNames container to inventory name, where they differ
 * @param nixPackages container to nixpkgs attribute
 * @param nixVersionCommand the command line that is configured to ask for the version of a nixpkgs
 *     package; empty for the default, which serves the containers of {@code nixPackages} only
 * @param containerPyVersionCommand the same for {@code container.py}; empty for none
 * @param commandTimeout the time limit of one command, in seconds
 * @param commandInputs the files that the version commands depend on; empty where any may be
 * @param places the configured places, in their order
 * @param today the day that decides whether exemptions still hold
 * @param environment the environment of commands and of git, and what tells the CI's base branch
 */
public record VersionSettings(
    Path root,
    ContainerLayout containers,
    String inventoryFile,
    VersionArgs versionArgs,
    String containerPyVariable,
    Scope.Mode scopeMode,
    String baseRef,
    List<String> configurationFiles,
    List<Exemption> exemptions,
    Map<String, String> serviceNames,
    Map<String, String> nixPackages,
    String nixVersionCommand,
    String containerPyVersionCommand,
    int commandTimeout,
    PathGlobs commandInputs,
    List<Place> places,
    LocalDate today,
    Map<String, String> environment) {

  /** The same for every container, whatever has changed. */
  public VersionSettings ofAll() {
    return new VersionSettings(
        root,
        containers,
        inventoryFile,
        versionArgs,
        containerPyVariable,
        Scope.Mode.ALL,
        baseRef,
        configurationFiles,
        exemptions,
        serviceNames,
        nixPackages,
        nixVersionCommand,
        containerPyVersionCommand,
        commandTimeout,
        commandInputs,
        places,
        today,
        environment);
  }
}
