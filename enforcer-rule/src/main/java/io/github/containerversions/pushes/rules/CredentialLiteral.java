package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RuleInfo;
import java.util.List;

/** A credential is no text in the workflow. */
final class CredentialLiteral implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "credential-literal",
          "The credential of a push is a secret, not text in the workflow",
          "Anyone who can read the repository can push to the registry. The history of the"
              + " repository keeps the credential forever.",
          "Revoke the credential, store a new one as a secret of the forge, and use this secret in"
              + " the workflow.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(WorkflowFacts evidence) {
    return evidence.pushes().stream()
        .flatMap(
            seen ->
                seen.origins().stream()
                    .filter(CredentialOrigin.Literal.class::isInstance)
                    .map(
                        it ->
                            finding(
                                evidence,
                                "job "
                                    + Shown.of(seen.job())
                                    + ": the credential of "
                                    + seen.push().tool()
                                    + " is text in the workflow: ***",
                                "revoke it, store a new one as a secret and write"
                                    + " ${{ secrets.<NAME> }} in its place",
                                it.location(),
                                List.of())))
        .distinct()
        .toList();
  }
}
