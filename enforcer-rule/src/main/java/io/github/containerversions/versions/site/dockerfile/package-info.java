/** Reads a Dockerfile as BuildKit's parser and shell lexer do. */
@NullMarked
package io.github.containerversions.versions.site.dockerfile;

import org.jspecify.annotations.NullMarked;
