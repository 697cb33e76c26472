package io.github.containerversions.core.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The reason of the operating system for an error, without the path. */
public final class FailureReason {
  private FailureReason() {}

  /** The reason; the name of the exception's class only where the system gave none. */
  public static String of(Exception e) {
    if (e.getCause() instanceof Exception cause) {
      return of(cause);
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (e instanceof NotDirectoryException) {
      return "Not a directory";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "File exists";
    }
    String reason =
        e instanceof FileSystemException failure
            ? failure.getReason()
            : e instanceof IOException ? e.getMessage() : null;
    return reason == null || reason.isBlank() || mayHoldPath(reason)
        ? e.getClass().getSimpleName()
        : reason;
  }

  /** What java.io says begins with the path; what the system says has no separator but in I/O. */
  private static boolean mayHoldPath(String reason) {
    String text = reason.replace("I/O error", "");
    return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
  }
}
