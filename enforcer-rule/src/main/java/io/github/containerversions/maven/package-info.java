/** The only room that knows Maven: the rule classes and their parameter beans. */
@NullMarked
package io.github.containerversions.maven;

import org.jspecify.annotations.NullMarked;
