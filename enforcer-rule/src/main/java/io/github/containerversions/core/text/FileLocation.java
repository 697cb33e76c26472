package io.github.containerversions.core.text;

/** A file as a whole. */
public record FileLocation(String file) implements Location {}
