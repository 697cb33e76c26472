/** The rules, one file each, and what runs them. */
@NullMarked
package io.github.containerversions.check;

import org.jspecify.annotations.NullMarked;
