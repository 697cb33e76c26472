/** YAML documents as nodes that keep every scalar's text and place; for readers that need both. */
@NullMarked
package io.github.containerversions.core.yaml;

import org.jspecify.annotations.NullMarked;
