/** Reads which secrets are provisioned, and where their values come from. */
@NullMarked
package io.github.containerversions.pushes.secrets;

import org.jspecify.annotations.NullMarked;
