/**
 * The versions that earlier commits declared, read from git if a place differs from the build
 * files.
 */
@NullMarked
package io.github.containerversions.versions.history;

import org.jspecify.annotations.NullMarked;
