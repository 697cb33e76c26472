/** The front door of the core: one run from settings to outcome, without Maven. */
@NullMarked
package io.github.containerversions;

import org.jspecify.annotations.NullMarked;
