package io.github.containerversions.core.file;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceText;

/** The result of reading a file. */
public sealed interface FileContent {

  /** The file's text. */
  record Text(SourceText text) implements FileContent {}

  /** There is no file of that name. */
  record Missing(String file) implements FileContent {}

  /** Something is there that cannot or must not be read; the problem says why. */
  record Unreadable(Problem problem) implements FileContent {}

  /** The problem of a file that is missing, and stood in its folder a moment ago. */
  static Problem vanished(String file) {
    return Problem.of(
        Problem.Kind.UNREADABLE,
        "the file vanished while it was read",
        "run the build again",
        new FileLocation(file));
  }
}
