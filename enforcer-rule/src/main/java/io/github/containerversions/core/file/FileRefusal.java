package io.github.containerversions.core.file;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.FolderLocation;
import java.io.IOException;

/** Why something that is there is not read. */
final class FileRefusal extends IOException {
  private static final long serialVersionUID = 1;

  private final String help;
  private final boolean folder;

  FileRefusal(String message, String help) {
    this(message, help, false);
  }

  FileRefusal(String message, String help, boolean folder) {
    super(message);
    this.help = help;
    this.folder = folder;
  }

  Problem problem(String file) {
    return Problem.of(
        Problem.Kind.UNREADABLE,
        String.valueOf(getMessage()),
        help,
        folder ? new FolderLocation(file) : new FileLocation(file));
  }
}
