package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Source;
import java.util.List;

/** Rule 4: the inventory knows the version. */
final class InventoryVersion implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "inventory-version",
          "The inventory has an entry for the container's service with a current-version",
          "The inventory is where people look up what runs. An image that it does not know, or"
              + " knows without a version, is reviewed by nobody.",
          "Add the entry, or write its current-version; map the name in serviceNames where the"
              + " service is called differently.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    return SourceProblems.of(this, evidence, Source.INVENTORY);
  }
}
