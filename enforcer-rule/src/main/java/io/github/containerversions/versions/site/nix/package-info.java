/** Reads a Nix expression by its grammar and evaluates the part that versions are written in. */
@NullMarked
package io.github.containerversions.versions.site.nix;

import org.jspecify.annotations.NullMarked;
