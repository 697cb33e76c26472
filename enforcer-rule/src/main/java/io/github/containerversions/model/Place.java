package io.github.containerversions.model;

/**
 * A further place that belongs to a finding.
 *
 * @param location where it is
 * @param text what stands there, as written; may be empty
 */
public record Place(Location location, String text) {}
