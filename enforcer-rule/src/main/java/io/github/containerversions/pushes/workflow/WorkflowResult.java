package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.finding.SuppressedFinding;
import io.github.containerversions.core.text.Location;
import java.util.List;

/**
 * The result for one workflow.
 *
 * @param name its name in findings and exemptions
 * @param file its path, relative to the repository root
 * @param exempt whether it was not checked because of an exemption
 * @param pushes the pushes found in it
 * @param findings what is wrong
 * @param excuses the exemptions that were applied
 * @param excused what would be wrong without them
 */
public record WorkflowResult(
    String name,
    String file,
    boolean exempt,
    List<PushSummary> pushes,
    List<Finding> findings,
    List<Exemption> excuses,
    List<SuppressedFinding> excused)
    implements SubjectResult {

  public WorkflowResult {
    pushes = List.copyOf(pushes);
    findings = List.copyOf(findings);
    excuses = List.copyOf(excuses);
    excused = List.copyOf(excused);
  }

  /** How it ended, as every report says it. */
  public String status() {
    return exempt ? "exempt" : findings.isEmpty() ? "ok" : "failed";
  }

  /**
   * A push, as reports show it.
   *
   * @param job the key of its job
   * @param tool what pushes
   * @param images what it pushes, with variables as they stand; empty where that is not named
   * @param access how it comes to its credentials: {@code own}, {@code login}, {@code unknown},
   *     {@code none}
   * @param secrets the secrets behind it, by name
   * @param location where it stands
   */
  public record PushSummary(
      String job,
      String tool,
      List<String> images,
      String access,
      List<String> secrets,
      Location location) {

    public PushSummary {
      images = List.copyOf(images);
      secrets = List.copyOf(secrets);
    }
  }
}
