package io.github.containerversions.check.versions;

import io.github.containerversions.check.Rule;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.Source;
import java.util.List;

/** Rule 4: the inventory knows the version. */
final class InventoryVersion implements Rule<Evidence> {

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
  public List<Finding> check(Evidence evidence) {
    return SourceProblems.of(this, evidence, Source.INVENTORY);
  }
}
