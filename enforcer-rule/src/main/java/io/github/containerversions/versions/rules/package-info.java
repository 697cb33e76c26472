/** The rules about a container's versions, one file each, and what runs them. */
@NullMarked
package io.github.containerversions.versions.rules;

import org.jspecify.annotations.NullMarked;
