package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** The variable that a credential names is set from a secret. */
final class SecretUnbound implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "secret-unbound",
          "The variable that holds the credential of a push is set from a secret, in the env of"
              + " the step, the job or the workflow",
          "A variable that is not set is empty in the shell, and the push uses an empty password.",
          "Set the variable in env from the secret, with the same spelling in both places.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(WorkflowFacts evidence) {
    List<Finding> findings = new ArrayList<>();
    for (WorkflowFacts.Seen seen : evidence.pushes()) {
      String whose = "job " + Shown.of(seen.job()) + ": the credential of " + seen.push().tool();
      for (CredentialOrigin origin : seen.origins()) {
        if (origin instanceof CredentialOrigin.Unset unset) {
          String name = Shown.of(unset.variable());
          findings.add(
              finding(
                  evidence,
                  whose + " is $" + name + ", which no env of step, job or workflow sets",
                  "add " + name + ": ${{ secrets." + name + " }} to the env of the step",
                  unset.location(),
                  List.of()));
        } else if (origin instanceof CredentialOrigin.Unreplaced it) {
          findings.add(
              finding(
                  evidence,
                  whose + " is the text $" + it.variable() + ": single quotes keep it as it stands",
                  "write it in double quotes, in the script",
                  it.location(),
                  List.of()));
        } else if (Secrets.isInAction(origin) && !Secrets.mayBeSeenByActions(evidence)) {
          findings.add(
              finding(
                  evidence,
                  whose + " is a secret that a composite action cannot see",
                  "give it to the action as an input: ${{ inputs.<name> }} there, and the secret in"
                      + " with, where the action is used",
                  origin.location(),
                  List.of()));
        } else if (origin instanceof CredentialOrigin.NotPassed it) {
          String name = Shown.of(it.secret());
          findings.add(
              finding(
                  evidence,
                  whose + " is the secret " + name + ", which this call does not pass",
                  "add "
                      + name
                      + ": ${{ secrets."
                      + name
                      + " }} to its secrets, or secrets: inherit",
                  it.location(),
                  List.of(new RelatedLocation(seen.push().location(), "the push"))));
        } else if (origin instanceof CredentialOrigin.Other other) {
          findings.add(
              finding(
                  evidence,
                  whose + " is set from " + Shown.of(other.expression()) + ", which is no secret",
                  "set it from ${{ secrets.<NAME> }}",
                  other.location(),
                  List.of()));
        }
      }
    }
    return findings.stream().distinct().toList();
  }
}
