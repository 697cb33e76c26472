/** The only package that knows Maven: the rule classes, the goals and their parameters. */
@NullMarked
package io.github.containerversions.maven;

import org.jspecify.annotations.NullMarked;
