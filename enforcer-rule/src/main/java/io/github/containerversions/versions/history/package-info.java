/** What earlier commits declared, asked from git where a place differs from what is built. */
@NullMarked
package io.github.containerversions.versions.history;

import org.jspecify.annotations.NullMarked;
