package io.github.containerversions.model;

/** A file or folder as a whole. */
public record FileLocation(String file) implements Location {}
