/** Reads the inventory of services from YAML nodes, so that every scalar keeps its text. */
@NullMarked
package io.github.containerversions.versions.site.inventory;

import org.jspecify.annotations.NullMarked;
