package io.github.containerversions.versions.model;

import io.github.containerversions.core.text.Location;

/**
 * A text that a site has for a container and that is not a version. It is shown and not compared.
 *
 * @param text what it is, one line
 * @param location where it stands
 */
public record Remark(String text, Location location) {}
