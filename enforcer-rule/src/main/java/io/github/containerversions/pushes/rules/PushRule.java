package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.text.Location;
import java.util.List;

/** One rule about the pushes of one workflow. */
interface PushRule extends Rule<WorkflowFacts> {

  /** A finding of this rule. */
  default Finding finding(
      WorkflowFacts evidence,
      String message,
      String help,
      Location location,
      List<RelatedLocation> related) {
    return new Finding(info().id(), evidence.name(), message, help, location, related);
  }
}
