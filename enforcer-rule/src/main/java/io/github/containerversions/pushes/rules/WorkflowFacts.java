package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.pushes.workflow.Provisioning;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.List;

/**
 * What the rules know of one workflow.
 *
 * @param name what the workflow is called in findings
 * @param workflow the workflow
 * @param pushes its pushes, in order
 * @param provisioning where secrets come from
 */
record WorkflowFacts(String name, Workflow workflow, List<Seen> pushes, Provisioning provisioning) {

  /**
   * A push, and what stands behind it.
   *
   * @param job the key of its job
   * @param push the push
   * @param access how it comes to its credentials
   * @param origins where these come from
   * @param without its registries that it has no login to
   * @param others logins that do not count for it, each with the reason
   */
  record Seen(
      String job,
      Push push,
      Access access,
      List<CredentialOrigin> origins,
      List<Host> without,
      List<RelatedLocation> others) {}

  /** How a push comes to its credentials. */
  enum Access {
    OWN("own"),
    LOGIN("login"),
    UNKNOWN("unknown"),
    NONE("none");

    private final String id;

    Access(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }
}
