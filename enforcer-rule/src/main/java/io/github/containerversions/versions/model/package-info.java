/** Values that all packages of the rule share: containers, declarations, readings, results. */
@NullMarked
package io.github.containerversions.versions.model;

import org.jspecify.annotations.NullMarked;
