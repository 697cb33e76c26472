/** Writes another version where one stands, and nothing else. */
@NullMarked
package io.github.containerversions.versions.edit;

import org.jspecify.annotations.NullMarked;
