package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.AppliedRules;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.ExpiredExemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.StaleConfiguration;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Notice;
import io.github.containerversions.versions.model.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies the rules to containers, and the exemptions to the rules. */
public final class VersionRules {

  private static final Rule<ContainerReadings> BUILD_FILE = new BuildFilePresence();
  private static final List<Rule<ContainerReadings>> AGREEMENTS =
      List.of(new VersionAgreement(), new PlaceAgreement(), new PlaceVersion());

  private final Exemptions exemptions;

  /**
   * The rules of one run.
   *
   * @param exemptions all that are configured
   * @param today the day that decides which exemptions still hold
   */
  public VersionRules(List<Exemption> exemptions, LocalDate today) {
    this.exemptions = new Exemptions(exemptions, today);
  }

  /** The rules that a container can be exempt from, in the order in which they are applied. */
  public static List<RuleInfo> exemptibleRules(List<Site> sites) {
    List<RuleInfo> exemptible = new ArrayList<>();
    for (Rule<ContainerReadings> rule : rules(sites)) {
      exemptible.add(rule.info());
    }
    return exemptible;
  }

  /** Every rule that can have findings, in order. */
  public static List<RuleInfo> allRules(List<Site> sites) {
    List<RuleInfo> all = new ArrayList<>(exemptibleRules(sites));
    all.add(ExpiredExemption.INFO);
    return all;
  }

  /** What is reported as a warning and fails nothing. */
  public static List<RuleInfo> notices() {
    return List.of(
        Notice.NOTHING_TO_COMPARE,
        Notice.UNREAD_BUILD_FILE,
        Notice.UNUSED_VERSION_ARG,
        StaleConfiguration.INFO);
  }

  /**
   * The rules that apply to sites. A site brings the rule that speaks for its problems, so that
   * there is no problem that no rule speaks for.
   */
  private static List<Rule<ContainerReadings>> rules(List<Site> sites) {
    List<Rule<ContainerReadings>> rules = new ArrayList<>();
    rules.add(BUILD_FILE);
    Set<String> ids = new HashSet<>();
    for (Site site : sites) {
      if (ids.add(site.rule().id())) {
        rules.add(new SiteRule(site.rule()));
      }
    }
    rules.addAll(AGREEMENTS);
    return rules;
  }

  /** Whether a container is exempt from all rules today, so that its files need no reading. */
  public boolean isExempt(Container container) {
    return !exemptions.fromEverything(container.name()).isEmpty();
  }

  /** The result for a container that {@link #isExempt is exempt}. */
  public ContainerResult exempt(Container container) {
    return new ContainerResult(
        container,
        Status.EXEMPT,
        List.of(),
        List.of(),
        exemptions.fromEverything(container.name()));
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
        List.of(),
        expired,
        List.of());
  }

  private List<Finding> expired(Container container) {
    return ExpiredExemption.of(
        "container", exemptions.ended(container.name()), new FolderLocation(container.directory()));
  }

  /** Applies every rule that the container is not exempt from. */
  public ContainerResult apply(ContainerReadings readings) {
    Container container = readings.container();
    AppliedRules applied =
        AppliedRules.of(
            expired(container), rules(readings.sites()), readings, container.name(), exemptions);
    return new ContainerResult(
        container,
        applied.findings().isEmpty() ? Status.OK : Status.FAILED,
        readings.readings(),
        applied.findings(),
        applied.applied(),
        applied.excused(),
        readings.lags(),
        readings.right().orElse(""));
  }
}
