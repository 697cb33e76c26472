/**
 * Determines from git which containers a run checks: {@link GitScope} finds the scope of a run,
 * {@link ScopeFilter} decides for each container whether it is in scope.
 */
@NullMarked
package io.github.containerversions.versions.scope;

import org.jspecify.annotations.NullMarked;
