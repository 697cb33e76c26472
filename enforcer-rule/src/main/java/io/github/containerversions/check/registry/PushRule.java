package io.github.containerversions.check.registry;

import io.github.containerversions.check.Rule;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Location;
import io.github.containerversions.model.Place;
import java.util.List;

/** One rule about the pushes of one workflow. */
interface PushRule extends Rule<Evidence> {

  /** A finding of this rule. */
  default Finding finding(
      Evidence evidence, String message, String help, Location location, List<Place> related) {
    return new Finding(info().id(), evidence.name(), message, help, location, related);
  }
}
