/** Finds values by the names of their keys, in configuration files of several formats. */
@NullMarked
package io.github.containerversions.core.keys;

import org.jspecify.annotations.NullMarked;
