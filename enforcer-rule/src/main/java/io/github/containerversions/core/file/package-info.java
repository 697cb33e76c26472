/** Where versions are declared: one room per source, each behind the same small interface. */
@NullMarked
package io.github.containerversions.core.file;

import org.jspecify.annotations.NullMarked;
