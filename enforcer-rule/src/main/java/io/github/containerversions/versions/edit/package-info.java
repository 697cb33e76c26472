/** Replaces versions in files, and changes nothing else. */
@NullMarked
package io.github.containerversions.versions.edit;

import org.jspecify.annotations.NullMarked;
