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
        .filter(it -> !isInAction(it) || mayBeSeenByActions(evidence))
        .filter(it -> !evidence.workflow().callerSecrets().contains(it.name()))
        .distinct()
        .toList();
  }

  /**
   * Whether a secret is named by a composite action, where there are none (GitHub Docs,
   * "Contexts").
   */
  static boolean isInAction(CredentialOrigin origin) {
    String file = origin.location().file();
    String name = file.substring(file.lastIndexOf('/') + 1);
    return origin instanceof CredentialOrigin.Secret
        && (name.equals("action.yml") || name.equals("action.yaml"))
        && !file.contains("workflows/");
  }

  /** Older runners of Forgejo and Gitea let composite actions see the secrets of the job. */
  static boolean mayBeSeenByActions(WorkflowFacts evidence) {
    String file = evidence.workflow().file();
    return file.startsWith(".forgejo/") || file.startsWith(".gitea/");
  }
}
