package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Source;
import java.util.List;

/** Rule 2: a version can be had from a {@code default.nix}. */
final class NixVersion implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "nix-version",
          "A default.nix yields a version, by itself or by asking nixpkgs",
          "A derivation that packs what nixpkgs happens to hold changes its version whenever the"
              + " pin of nixpkgs moves, and nobody is told.",
          "Bind version to a string in the let before the result of default.nix, or name the nixpkgs"
              + " package in nixPackages so that nixVersionCommand can be asked.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    return SourceProblems.of(this, evidence, Source.NIX, Source.NIX_COMMAND);
  }
}
