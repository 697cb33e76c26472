/** Asks a command of the user's for a version that no file states. */
@NullMarked
package io.github.containerversions.source.command;

import org.jspecify.annotations.NullMarked;
