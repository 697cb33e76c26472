package io.github.containerversions.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What messages call a thing in a folder that is no regular file. */
final class FileKind {
  // The kinds of file that java.nio.file calls "other"; octal, as in inode(7).
  private static final int MASK = 0170000;
  private static final int FIFO = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int SOCKET = 0140000;

  private FileKind() {}

  /** With its article; of a file system that does not know the mode of Unix, less exactly. */
  static String of(Path file, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return "a folder";
    }
    try {
      Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      return switch (mode instanceof Integer bits ? bits & MASK : 0) {
        case FIFO -> "a named pipe";
        case SOCKET -> "a socket";
        case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
        default -> "a special file";
      };
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "a special file";
    }
  }
}
