/** Values that every room shares: containers, declarations, problems, findings, outcomes. */
@NullMarked
package io.github.containerversions.versions.model;

import org.jspecify.annotations.NullMarked;
