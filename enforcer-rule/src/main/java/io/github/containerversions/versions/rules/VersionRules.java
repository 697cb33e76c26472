package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.AppliedRules;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.ExpiredExemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.StaleConfiguration;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Applies the rules to containers, and the exemptions to the rules. */
public final class VersionRules {

  private final List<Rule<ContainerReadings>> rules;
  private final Exemptions exemptions;

  /**
   * A judge for one run.
   *
   * @param versionArg the name of the Dockerfile ARG, for advice
   * @param exemptions all that are configured
   * @param today the day that decides which exemptions still hold
   */
  public VersionRules(String versionArg, List<Exemption> exemptions, LocalDate today) {
    this.rules = rules(versionArg);
    this.exemptions = new Exemptions(exemptions, today);
  }

  /** The rules in the order in which their findings are told. */
  private static List<Rule<ContainerReadings>> rules(String versionArg) {
    return List.of(
        new DockerfileVersion(),
        new ContainerPyVersion(),
        new NixVersion(),
        new BuildFilePresence(),
        new InventoryVersion(),
        new VersionAgreement(new Advice(versionArg)));
  }

  /** The rules that a container can be excused from, in order. */
  public static List<RuleInfo> exemptibleRules() {
    return rules("").stream().map(Rule::info).toList();
  }

  /** Every rule that can have findings, in order. */
  public static List<RuleInfo> allRules() {
    return Stream.concat(exemptibleRules().stream(), Stream.of(ExpiredExemption.INFO)).toList();
  }

  /** What is told as a warning and fails nothing. */
  public static List<RuleInfo> notices() {
    return List.of(StaleConfiguration.INFO);
  }

  /** Whether a container is excused from all rules today, so that its files need no reading. */
  public boolean isExempt(Container container) {
    return !exemptions.fromEverything(container.name()).isEmpty();
  }

  /** The result for a container that {@link #isExempt is exempt}. */
  public ContainerResult exempt(Container container) {
    return new ContainerResult(
        container, Status.EXEMPT, Map.of(), List.of(), exemptions.fromEverything(container.name()));
  }

  /** The result for a container that this run does not look at. */
  public ContainerResult outOfScope(Container container) {
    return new ContainerResult(container, Status.OUT_OF_SCOPE, Map.of(), List.of(), List.of());
  }

  /** Applies every rule that the container is not excused from. */
  public ContainerResult judge(ContainerReadings evidence) {
    Container container = evidence.container();
    List<Finding> expired =
        ExpiredExemption.of("container", exemptions.ended(container.name()), container.directory());
    AppliedRules ruling = AppliedRules.of(expired, rules, evidence, container.name(), exemptions);
    return new ContainerResult(
        container,
        ruling.findings().isEmpty() ? Status.OK : Status.FAILED,
        evidence.readings(),
        ruling.findings(),
        ruling.applied(),
        ruling.excused());
  }
}
