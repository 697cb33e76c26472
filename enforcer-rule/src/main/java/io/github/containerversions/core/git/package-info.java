/** The git program: how it is found, the environment it gets, and how it is asked. */
@NullMarked
package io.github.containerversions.core.git;

import org.jspecify.annotations.NullMarked;
