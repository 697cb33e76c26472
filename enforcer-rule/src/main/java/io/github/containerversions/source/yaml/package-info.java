/** YAML documents as nodes that keep every scalar's text and place; for readers that need both. */
@NullMarked
package io.github.containerversions.source.yaml;

import org.jspecify.annotations.NullMarked;
