/** Reads which secrets are provisioned, and where their values come from. */
@NullMarked
package io.github.containerversions.source.secrets;

import org.jspecify.annotations.NullMarked;
