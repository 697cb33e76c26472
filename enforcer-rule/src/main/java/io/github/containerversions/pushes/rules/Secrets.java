package io.github.containerversions.pushes.rules;

import java.util.List;

/** The secrets behind the pushes of a workflow. */
final class Secrets {

  private Secrets() {}

  /** All of them that this repository has to provide, in order; not what a caller hands over. */
  static List<CredentialOrigin.Secret> of(WorkflowFacts evidence) {
    return evidence.pushes().stream()
        .flatMap(it -> it.origins().stream())
        .filter(CredentialOrigin.Secret.class::isInstance)
        .map(CredentialOrigin.Secret.class::cast)
        .filter(it -> !evidence.workflow().callerSecrets().contains(it.name()))
        .distinct()
        .toList();
  }
}
