package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Source;
import java.util.List;

/** Rule 1 for native Dagger builds: a {@code container.py} declares its {@code VERSION}. */
final class ContainerPyVersion implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "container-py-version",
          "A container.py declares the version as its module-level VERSION",
          "A native Dagger build takes the image's version from VERSION. Without it, or with two"
              + " different values, the image gets a wrong tag or none.",
          "Assign VERSION once at module level, as a plain string.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    return SourceProblems.of(this, evidence, Source.CONTAINER_PY, Source.CONTAINER_PY_COMMAND);
  }
}
