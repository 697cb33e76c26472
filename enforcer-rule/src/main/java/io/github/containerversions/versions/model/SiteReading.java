package io.github.containerversions.versions.model;

/**
 * What one site says of one container.
 *
 * @param site the site
 * @param reading its declarations or problems
 */
public record SiteReading(Site site, Reading reading) {}
