package io.github.containerversions.versions.model;

import io.github.containerversions.core.text.Location;

/**
 * Something that a site says of a container and that is no version: it is shown, and compared with
 * nothing.
 *
 * @param text what it is, one line
 * @param location where it stands
 */
public record Remark(String text, Location location) {}
