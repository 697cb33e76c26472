/** Finds values by the names of their keys, in the files that people configure things with. */
@NullMarked
package io.github.containerversions.core.keys;

import org.jspecify.annotations.NullMarked;
