package io.github.containerversions.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a report so that a reader sees the old one or the new one, never a part. */
public final class ReportFile {

  private ReportFile() {}

  /** What a file will hold. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Appendable out) throws IOException;
  }

  /**
   * Writes a file, and the folders above it.
   *
   * @throws IOException where that is not possible
   */
  public static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + file);
    }
    Files.createDirectories(folder);
    // Not a temporary file of the JDK's: that one only its owner could read.
    Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (Writer out = writer(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      moveInto(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Appends to a job's summary, which others write to as well: as many lines as GitHub takes of the
   * whole file, for of one that is larger it takes nothing.
   *
   * @throws IOException where that is not possible
   */
  public static void append(Path file, Content content) throws IOException {
    // To open a FIFO would wait for a reader.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(Files.isDirectory(file) ? "Is a directory" : "not a regular file");
    }
    long there = Files.exists(file) ? Files.size(file) : 0;
    try (Writer out = writer(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      LimitedLines lines = new LimitedLines(out, MarkdownSummary.LARGEST - there);
      content.writeTo(lines);
      lines.end();
    }
  }

  /** A writer in UTF-8 that replaces what no encoding has, half of a surrogate pair. */
  private static Writer writer(Path file, OpenOption... options) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(file, options), StandardCharsets.UTF_8));
  }

  private static void moveInto(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
