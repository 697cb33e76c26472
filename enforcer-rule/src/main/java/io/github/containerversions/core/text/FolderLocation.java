package io.github.containerversions.core.text;

/** A folder as a whole. */
public record FolderLocation(String file) implements Location {}
