package io.github.containerversions.core.text;

/** A place that a message points at: a folder or a file as a whole, or a span of its text. */
public sealed interface Location permits FolderLocation, FileLocation, SourceSpan {

  /** The path, relative to the repository root, with {@code /} between its parts. */
  String file();
}
