package io.github.containerversions.check.registry;

import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Location;
import io.github.containerversions.model.Place;
import io.github.containerversions.model.RuleInfo;
import java.util.List;

/** One rule about the pushes of one workflow. */
interface PushRule {

  RuleInfo info();

  /** What is wrong with the workflow by this rule; empty where it passes. */
  List<Finding> check(Evidence evidence);

  /** A finding of this rule. */
  default Finding finding(
      Evidence evidence, String message, String help, Location location, List<Place> related) {
    return new Finding(info().id(), evidence.name(), message, help, location, related);
  }
}
