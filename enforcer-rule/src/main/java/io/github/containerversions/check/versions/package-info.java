/** The rules about a container's versions, one file each, and what runs them. */
@NullMarked
package io.github.containerversions.check.versions;

import org.jspecify.annotations.NullMarked;
