/**
 * Places: files that the configuration names because they state the version of a container, such as
 * a deployment's tag.
 */
@NullMarked
package io.github.containerversions.versions.site.place;

import org.jspecify.annotations.NullMarked;
