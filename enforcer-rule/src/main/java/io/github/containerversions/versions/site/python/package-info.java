/** Reads the module-level {@code VERSION} of a Python module as CPython would see it. */
@NullMarked
package io.github.containerversions.versions.site.python;

import org.jspecify.annotations.NullMarked;
