package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Source;
import java.util.List;

/** Rule 1: a Dockerfile declares the version's ARG. */
final class DockerfileVersion implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "dockerfile-version",
          "A Dockerfile declares the version as the default of its version ARG",
          "CI reads the version from the ARG to name the image. Without it, or with two different"
              + " defaults, the image gets a wrong tag or none.",
          "Declare the ARG once with the version as its default, or give every further default the"
              + " same value.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    return SourceProblems.of(this, evidence, Source.DOCKERFILE);
  }
}
