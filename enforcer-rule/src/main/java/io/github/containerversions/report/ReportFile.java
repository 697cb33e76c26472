package io.github.containerversions.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes a report as a whole, so that a reader sees either the old one or the new one. */
public final class ReportFile {

  private static final String PART = ".part";

  private ReportFile() {}

  /** The content of a file. */
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
      throw new IOException("not a file");
    }
    Files.createDirectories(folder);
    // Not a temporary file of the JDK's: that one only its owner could read.
    removeLeftovers(folder, file.getFileName() + ".");
    Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + PART);
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
   * What a killed run left. A young one may be that of a run beside this one, so each has a name of
   * its own and is left alone for an hour.
   */
  private static void removeLeftovers(Path folder, String prefix) throws IOException {
    Instant old = Instant.now().minus(1, ChronoUnit.HOURS);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder,
            it -> {
              String name = String.valueOf(it.getFileName());
              return name.startsWith(prefix) && name.endsWith(PART);
            })) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException goneMeanwhile) {
      // Another run has removed it.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
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
      LimitedLines lines = new LimitedLines(out, MarkdownSummary.MAX_BYTES - there);
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
