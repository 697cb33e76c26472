/** One renderer per form of the same findings. */
@NullMarked
package io.github.containerversions.report;

import org.jspecify.annotations.NullMarked;
