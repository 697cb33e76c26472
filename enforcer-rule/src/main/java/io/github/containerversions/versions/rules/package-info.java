/**
 * The rules about a container's versions, with one file for each, and the class that applies them.
 */
@NullMarked
package io.github.containerversions.versions.rules;

import org.jspecify.annotations.NullMarked;
