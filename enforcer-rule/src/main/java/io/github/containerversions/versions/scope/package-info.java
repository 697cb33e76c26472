/**
 * Which containers a run checks, asked from git: {@link GitScope} finds the scope of a run, {@link
 * ScopeFilter} decides for each container whether it is in scope.
 */
@NullMarked
package io.github.containerversions.versions.scope;

import org.jspecify.annotations.NullMarked;
