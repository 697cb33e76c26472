package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;

/**
 * Something that cannot be followed from here. It is told, and is no finding.
 *
 * @param location where it stands
 * @param text what it is and why it is not followed, one line without a final full stop
 */
public record Note(Location location, String text) {}
