/** The user's programs: how they are found, and that none of them outlives the build. */
@NullMarked
package io.github.containerversions.core.process;

import org.jspecify.annotations.NullMarked;
