package io.github.containerversions.check.versions;

import io.github.containerversions.check.Rule;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.Source;
import java.util.List;

/** Rule 1: a Dockerfile declares the version's ARG. */
final class DockerfileVersion implements Rule<Evidence> {

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
  public List<Finding> check(Evidence evidence) {
    return SourceProblems.of(this, evidence, Source.DOCKERFILE);
  }
}
