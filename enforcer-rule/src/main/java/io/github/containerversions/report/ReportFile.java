package io.github.containerversions.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a report so that a reader sees the old one or the new one, never a part. */
public final class ReportFile {

  private ReportFile() {}

  /**
   * Writes a file, and the folders above it.
   *
   * @throws IOException where that is not possible
   */
  public static void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + file);
    }
    Files.createDirectories(folder);
    // Not a temporary file of the JDK's: that one only its owner could read.
    Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, content.getBytes(StandardCharsets.UTF_8));
      moveInto(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void moveInto(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
