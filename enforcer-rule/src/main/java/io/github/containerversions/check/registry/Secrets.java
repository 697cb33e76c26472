package io.github.containerversions.check.registry;

import java.util.List;

/** The secrets behind the pushes of a workflow. */
final class Secrets {

  private Secrets() {}

  /** All of them that this repository has to provide, in order; not what a caller hands over. */
  static List<Origin.Secret> of(Evidence evidence) {
    return evidence.pushes().stream()
        .flatMap(it -> it.origins().stream())
        .filter(Origin.Secret.class::isInstance)
        .map(Origin.Secret.class::cast)
        .filter(it -> !evidence.workflow().callerSecrets().contains(it.name()))
        .distinct()
        .toList();
  }
}
