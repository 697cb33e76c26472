package io.github.containerversions.core.text;

/** A file or folder as a whole. */
public record FileLocation(String file) implements Location {}
