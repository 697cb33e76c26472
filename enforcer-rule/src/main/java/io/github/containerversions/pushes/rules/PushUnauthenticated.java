package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A push has credentials of its own, or its job has logged in before. */
final class PushUnauthenticated implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "push-unauthenticated",
          "Every push to a registry has credentials, its own or those of a login earlier in the"
              + " job",
          "The registry answers a push without credentials with 401. A build learns of that in its"
              + " last step.",
          "Give the push its credentials from a secret, or log in to the same registry earlier in"
              + " the same job.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(WorkflowFacts evidence) {
    List<Finding> findings = new ArrayList<>();
    Workflow workflow = evidence.workflow();
    for (Problem problem : workflow.problems()) {
      findings.add(
          finding(
              evidence,
              "cannot tell what it pushes: " + problem.message(),
              problem.help(),
              problem.location(),
              List.of()));
    }
    for (WorkflowFacts.Seen seen : evidence.pushes()) {
      if (seen.access() == WorkflowFacts.Access.NONE) {
        String hosts =
            seen.without().stream().map(Host::asTarget).collect(Collectors.joining(", "));
        findings.add(
            finding(
                evidence,
                "job "
                    + Shown.of(seen.job())
                    + ": "
                    + seen.push().tool()
                    + " pushes to "
                    + hosts
                    + " with no credentials of its own and no login there earlier in the job",
                seen.push().advice(),
                seen.push().location(),
                seen.others()));
      }
    }
    // A function or a recipe may push several images in one place.
    return findings.stream().distinct().toList();
  }
}
