/**
 * The files of a repository, read under limits and never outside its root, and globs over their
 * paths.
 */
@NullMarked
package io.github.containerversions.core.file;

import org.jspecify.annotations.NullMarked;
