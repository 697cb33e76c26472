/** The rules about pushes to a registry, one file each, and what finds the pushes. */
@NullMarked
package io.github.containerversions.pushes.rules;

import org.jspecify.annotations.NullMarked;
