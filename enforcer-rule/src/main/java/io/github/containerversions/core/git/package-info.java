/** Finds the git program, prepares its environment, and runs it. */
@NullMarked
package io.github.containerversions.core.git;

import org.jspecify.annotations.NullMarked;
