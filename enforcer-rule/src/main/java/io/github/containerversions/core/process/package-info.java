/** Finds the user's programs, runs them, and ends them with the build at the latest. */
@NullMarked
package io.github.containerversions.core.process;

import org.jspecify.annotations.NullMarked;
