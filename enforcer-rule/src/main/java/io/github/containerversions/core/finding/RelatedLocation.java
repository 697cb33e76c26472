package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Location;

/**
 * A further place that belongs to a finding.
 *
 * @param location where it is
 * @param text what stands there, as written; may be empty
 */
public record RelatedLocation(Location location, String text) {}
