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
 * Writes edited files, all or none: each is written beside itself first, with a copy of what it
 * held, then all are moved into place; where one cannot be, the copies of those already moved are
 * moved back. Moving takes no room on the disk, so a full one stops it before anything has changed.
 */
public final class FileChanges {
  private static final Set<PosixFilePermission> WRITERS =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path root;
  private final Move move;

  /** Moves a file onto another one. */
  @FunctionalInterface
  interface Move {
    void onto(Path from, Path to) throws IOException;
  }

  public FileChanges(Path root) {
    this(
        root,
        (from, to) ->
            Files.move(
                from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  /** The same, for tests of what happens when files cannot be moved. */
  FileChanges(Path root, Move move) {
    this.root = root;
    this.move = move;
  }

  /** A file, its new content, and a copy of its old one. */
  private record Change(Path file, Path prepared, Path copy) {}

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
        Files.deleteIfExists(change.copy());
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
      Path prepared = beside(file, bytes(after));
      try {
        return new Change(file, prepared, beside(file, bytes(before)));
      } catch (IOException e) {
        Files.deleteIfExists(prepared);
        throw e;
      }
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** Writes a new file beside another one, with the same permissions. */
  private Path beside(Path file, byte[] content) throws IOException {
    Path folder = file.getParent();
    Path prepared = Files.createTempFile(folder == null ? root : folder, ".", ".tmp");
    try {
      Files.write(prepared, content);
      copyPermissions(file, prepared);
      return prepared;
    } catch (IOException e) {
      Files.deleteIfExists(prepared);
      throw e;
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
        move.onto(change.prepared(), change.file());
        moved.add(change);
      } catch (IOException e) {
        List<String> left = putBack(moved);
        if (left.isEmpty()) {
          throw failed(name(change.file()), e);
        }
        throw new IOException(
            name(change.file())
                + " cannot be written: "
                + FailureReason.of(e)
                + "; already written, and not put back: "
                + String.join(", ", left),
            e);
      }
    }
  }

  /** Undoes moves, and gives the files whose move cannot be undone. */
  private List<String> putBack(List<Change> moved) throws IOException {
    List<String> left = new ArrayList<>();
    for (Change each : moved) {
      try {
        move.onto(each.copy(), each.file());
      } catch (IOException e) {
        left.add(name(each.file()) + " (" + FailureReason.of(e) + ")");
      }
    }
    return left;
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
