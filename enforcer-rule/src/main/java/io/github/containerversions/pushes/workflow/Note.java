package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;

/**
 * Something that the rule cannot follow. It is reported and is not a finding.
 *
 * @param location where it stands
 * @param text what it is and why it is not followed, one line without a final full stop
 * @param mayPush whether it may be a push that could not be judged
 */
public record Note(Location location, String text, boolean mayPush) {

  public Note(Location location, String text) {
    this(location, text, false);
  }
}
