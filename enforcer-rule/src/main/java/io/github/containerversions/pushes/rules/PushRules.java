package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.AppliedRules;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.ExpiredExemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.StaleConfiguration;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Provisioning;
import io.github.containerversions.pushes.workflow.Workflow;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import io.github.containerversions.pushes.workflow.WorkflowResult.PushSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the pushes of workflows and applies the rules to them, and the exemptions to the rules. */
public final class PushRules {
  private static final PushRule TAGS = new TagMutable();
  private static final List<PushRule> ALWAYS =
      List.of(
          new PushUnauthenticated(),
          new CredentialLiteral(),
          new SecretUnbound(),
          new SecretNotProvisioned(),
          new SecretWithoutSource());

  /** Registries that ask nobody for credentials, by their hosts without a port. */
  public static final Set<String> OPEN = Set.of("ttl.sh", "localhost", "127.0.0.1", "[::1]");

  private final Set<String> registries;
  private final Set<String> open;
  private final List<PushRule> rules;
  private final Provisioning provisioning;
  private final Exemptions exemptions;
  private final Set<Host> pushedTo = new HashSet<>();

  /**
   * A judge for one run.
   *
   * @param registries the hosts that need credentials, in small letters; empty for all
   * @param open the hosts that need none, {@link #OPEN} apart
   * @param immutableTags whether tags must not repeat
   * @param provisioning where secrets come from
   * @param exemptions the exemptions
   */
  public PushRules(
      Set<String> registries,
      Set<String> open,
      boolean immutableTags,
      Provisioning provisioning,
      Exemptions exemptions) {
    this.registries = Set.copyOf(registries);
    Set<String> hosts = new HashSet<>(OPEN);
    hosts.addAll(open);
    this.open = Set.copyOf(hosts);
    this.rules = immutableTags ? Stream.concat(ALWAYS.stream(), Stream.of(TAGS)).toList() : ALWAYS;
    this.provisioning = provisioning;
    this.exemptions = exemptions;
  }

  /** The rules that a workflow can be excused from, in order. */
  public static List<RuleInfo> exemptibleRules() {
    return Stream.concat(ALWAYS.stream(), Stream.of(TAGS)).map(PushRule::info).toList();
  }

  /** Every rule that can have findings, in order. */
  public static List<RuleInfo> allRules() {
    return Stream.concat(exemptibleRules().stream(), Stream.of(ExpiredExemption.INFO)).toList();
  }

  /** What is told as a warning and fails nothing. */
  public static List<RuleInfo> notices() {
    return List.of(StaleConfiguration.INFO);
  }

  /**
   * What comes out for a workflow.
   *
   * @param name what it is called in findings and exemptions
   * @param notes told of what cannot be followed
   */
  public WorkflowResult judge(String name, Workflow workflow, List<Note> notes) {
    List<Exemption> whole = exemptions.fromEverything(name);
    if (!whole.isEmpty()) {
      return new WorkflowResult(
          name, workflow.file(), true, List.of(), List.of(), whole, List.of());
    }
    notes.addAll(workflow.notes());
    List<WorkflowFacts.Seen> pushes = PushSearch.in(workflow, registries, open, notes);
    if (rules.contains(TAGS)) {
      notes.addAll(TagMutable.notes(pushes));
    }
    WorkflowFacts evidence = new WorkflowFacts(name, workflow, pushes, provisioning);
    notes.addAll(SecretNotProvisioned.notes(evidence));
    notes.addAll(SecretWithoutSource.notes(evidence));
    pushes.forEach(it -> pushedTo.addAll(it.push().hosts()));
    List<Finding> expired =
        ExpiredExemption.of("workflow", exemptions.ended(name), new FileLocation(workflow.file()));
    AppliedRules ruling = AppliedRules.of(expired, rules, evidence, name, exemptions);
    return new WorkflowResult(
        name,
        workflow.file(),
        false,
        pushes.stream().map(PushRules::summary).toList(),
        ruling.findings(),
        ruling.applied(),
        ruling.excused());
  }

  /**
   * The registries that are asked for and that nothing pushes to, of all that was judged; none
   * where a push goes to a registry that cannot be known.
   */
  public Set<String> unused() {
    Set<String> unused = new HashSet<>(registries);
    for (Host host : pushedTo) {
      if (!host.known()) {
        return Set.of();
      }
      unused.remove(host.name());
    }
    return unused;
  }

  private static PushSummary summary(WorkflowFacts.Seen seen) {
    return new PushSummary(
        seen.job(),
        seen.push().tool(),
        seen.push().images().stream().map(it -> LocatedPiece.inFull(it.parts())).toList(),
        seen.access().id(),
        seen.origins().stream()
            .filter(CredentialOrigin.Secret.class::isInstance)
            .map(it -> ((CredentialOrigin.Secret) it).name())
            .distinct()
            .toList(),
        seen.push().location());
  }
}
