package io.github.containerversions.check.versions;

import io.github.containerversions.check.Exemptions;
import io.github.containerversions.check.ExpiredExemption;
import io.github.containerversions.check.Rule;
import io.github.containerversions.check.Ruling;
import io.github.containerversions.check.StaleConfiguration;
import io.github.containerversions.model.Container;
import io.github.containerversions.model.ContainerResult;
import io.github.containerversions.model.ContainerResult.Status;
import io.github.containerversions.model.Exemption;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Applies the rules to containers, and the exemptions to the rules. */
public final class Judge {

  private final List<Rule<Evidence>> rules;
  private final Exemptions exemptions;

  /**
   * A judge for one run.
   *
   * @param versionArg the name of the Dockerfile ARG, for advice
   * @param exemptions all that are configured
   * @param today the day that decides which exemptions still hold
   */
  public Judge(String versionArg, List<Exemption> exemptions, LocalDate today) {
    this.rules = rules(versionArg);
    this.exemptions = new Exemptions(exemptions, today);
  }

  /** The rules in the order in which their findings are told. */
  private static List<Rule<Evidence>> rules(String versionArg) {
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

  /**
   * The result for a container whose files this run does not look at: an exemption may have ended
   * all the same, and does so without a change of any file.
   */
  public ContainerResult outOfScope(Container container) {
    List<Finding> expired = expired(container);
    return new ContainerResult(
        container,
        expired.isEmpty() ? Status.OUT_OF_SCOPE : Status.FAILED,
        Map.of(),
        expired,
        List.of());
  }

  private List<Finding> expired(Container container) {
    return ExpiredExemption.of(
        "container", exemptions.ended(container.name()), container.directory());
  }

  /** Applies every rule that the container is not excused from. */
  public ContainerResult judge(Evidence evidence) {
    Container container = evidence.container();
    Ruling ruling = Ruling.of(expired(container), rules, evidence, container.name(), exemptions);
    return new ContainerResult(
        container,
        ruling.findings().isEmpty() ? Status.OK : Status.FAILED,
        evidence.readings(),
        ruling.findings(),
        ruling.applied(),
        ruling.excused());
  }
}
