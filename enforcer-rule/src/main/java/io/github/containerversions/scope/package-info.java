/** Which containers a run checks, asked from git. */
@NullMarked
package io.github.containerversions.scope;

import org.jspecify.annotations.NullMarked;
