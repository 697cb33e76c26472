package io.github.containerversions.check.versions;

import io.github.containerversions.check.Rule;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.Source;
import java.util.List;

/** Rule 1 for native Dagger builds: a {@code container.py} declares its {@code VERSION}. */
final class ContainerPyVersion implements Rule<Evidence> {

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
  public List<Finding> check(Evidence evidence) {
    return SourceProblems.of(this, evidence, Source.CONTAINER_PY, Source.CONTAINER_PY_COMMAND);
  }
}
