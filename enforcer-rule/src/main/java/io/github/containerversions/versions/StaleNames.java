package io.github.containerversions.versions;

import io.github.containerversions.core.finding.StaleConfiguration;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.site.ContainerFolders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warnings of what the configuration names and the repository does not have. */
final class StaleNames {
  private StaleNames() {}

  static List<Warning> of(
      VersionSettings settings, List<Container> containers, ContainerFolders folders) {
    Set<String> known = new HashSet<>();
    for (Container container : containers) {
      known.add(container.name());
    }
    Set<String> exemptible = new HashSet<>(known);
    for (ContainerFolders.Passed passed : folders.passed()) {
      exemptible.add(passed.name());
    }
    List<Warning> warnings = new ArrayList<>();
    warnings.addAll(
        StaleConfiguration.ofExemptions(settings.exemptions(), "container", exemptible));
    warnings.addAll(
        StaleConfiguration.warnings(
            "serviceNames", settings.sites().serviceNames().keySet(), "container", known));
    warnings.addAll(
        StaleConfiguration.warnings(
            "nixPackages", settings.commands().nixPackages().keySet(), "container", known));
    warnings.addAll(
        StaleConfiguration.warnings(
            "versionArgs",
            settings.sites().versionArgs().byContainer().keySet(),
            "container",
            known));
    return warnings;
  }
}
