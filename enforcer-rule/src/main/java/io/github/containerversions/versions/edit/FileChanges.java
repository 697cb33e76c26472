package io.github.containerversions.versions.edit;

import io.github.containerversions.core.file.FailureReason;
import io.github.containerversions.core.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes edited files, all or none: each is written beside itself first, then all are moved into
 * place; where one cannot be, those already moved are put back.
 */
public final class FileChanges {
  private static final Set<PosixFilePermission> WRITERS =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path root;

  public FileChanges(Path root) {
    this.root = root;
  }

  /** A file, what it holds, and where its new content waits. */
  private record Change(Path file, SourceText before, Path prepared) {}

  /**
   * Writes all edits.
   *
   * @throws IOException where they cannot be written; then every file is as it was, and the message
   *     says what is wrong with which
   */
  public void write(EditedFiles files) throws IOException {
    List<Change> changes = new ArrayList<>();
    try {
      for (Map.Entry<String, SourceText> each : files.edited().entrySet()) {
        changes.add(prepare(each.getKey(), files.original(each.getValue()), each.getValue()));
      }
      move(changes);
    } finally {
      for (Change change : changes) {
        Files.deleteIfExists(change.prepared());
      }
    }
  }

  private Change prepare(String name, SourceText before, SourceText after) throws IOException {
    try {
      Path file = root.resolve(name).toRealPath(); // behind a link, so that the link stays
      if (!Arrays.equals(Files.readAllBytes(file), bytes(before))) {
        throw new IOException("it has changed since it was read; run the goal again");
      }
      refuseReadOnly(file);
      Path folder = file.getParent();
      Path prepared = Files.createTempFile(folder == null ? root : folder, ".", ".tmp");
      Change change = new Change(file, before, prepared);
      try {
        Files.write(prepared, bytes(after));
        copyPermissions(file, prepared);
      } catch (IOException e) {
        Files.deleteIfExists(prepared);
        throw e;
      }
      return change;
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  private static byte[] bytes(SourceText text) {
    return ((text.hasByteOrderMark() ? "\uFEFF" : "") + text.content())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The owner of the folder could replace it all the same. */
  private static void refuseReadOnly(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    boolean readOnly =
        view == null
            ? !Files.isWritable(file)
            : view.readAttributes().permissions().stream().noneMatch(WRITERS::contains);
    if (readOnly) {
      throw new IOException("it is read-only");
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (source != null) {
      Files.setPosixFilePermissions(to, source.readAttributes().permissions());
    }
  }

  private void move(List<Change> changes) throws IOException {
    List<Change> moved = new ArrayList<>();
    for (Change change : changes) {
      try {
        Files.move(
            change.prepared(),
            change.file(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        moved.add(change);
      } catch (IOException e) {
        for (Change each : moved) {
          Files.write(each.file(), bytes(each.before()));
        }
        throw failed(name(change.file()), e);
      }
    }
  }

  private String name(Path file) throws IOException {
    Path real = root.toRealPath();
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && file.startsWith(real)
        ? real.relativize(file).toString()
        : file.toString();
  }

  private static IOException failed(String file, IOException e) {
    String reason = e.getClass() == IOException.class ? e.getMessage() : FailureReason.of(e);
    return new IOException(file + " cannot be written, so nothing was: " + reason, e);
  }
}
