/**
 * Which containers a run checks, asked from git: {@link io.github.containerversions.scope.GitScope}
 * finds the scope of a run, {@link io.github.containerversions.scope.Touched} tells for each
 * container whether it is in it.
 */
@NullMarked
package io.github.containerversions.versions.scope;

import org.jspecify.annotations.NullMarked;
