/** Splits scripts into commands and words as a POSIX shell does, and runs nothing. */
@NullMarked
package io.github.containerversions.pushes.shell;

import org.jspecify.annotations.NullMarked;
