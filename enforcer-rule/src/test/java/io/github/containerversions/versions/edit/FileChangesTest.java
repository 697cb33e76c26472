package io.github.containerversions.versions.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.text.SourceText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of files of which one cannot be written. */
class FileChangesTest {
  private static final List<String> FILES = List.of("a", "b/c", "d");

  @TempDir private Path root;
  private EditedFiles edited;

  @BeforeEach
  void threeFilesWithEdits() throws IOException {
    Files.createDirectory(root.resolve("b"));
    for (String file : FILES) {
      Files.writeString(root.resolve(file), "\uFEFFold of " + file + "\r\n");
      Files.setPosixFilePermissions(
          root.resolve(file), PosixFilePermissions.fromString("rw-r--r-x"));
    }
    edited = new EditedFiles(new DiskFiles(root));
    for (String file : FILES) {
      SourceText text = ((FileContent.Text) edited.read(file, 1000)).text();
      edited.replace(text, 0, 3, "new");
    }
  }

  private void assertAll(String word) throws IOException {
    for (String file : FILES) {
      assertThat(root.resolve(file)).hasContent("\uFEFF" + word + " of " + file + "\r\n");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file))))
          .isEqualTo("rw-r--r-x");
    }
    try (Stream<Path> left = Files.walk(root).filter(Files::isRegularFile)) {
      assertThat(left.map(it -> root.relativize(it).toString()))
          .containsExactlyInAnyOrderElementsOf(FILES);
    }
  }

  @Test
  void allAreWritten() throws IOException {
    new FileChanges(root).write(edited);

    assertAll("new");
  }

  @Test
  void theLastOneCannotBeMovedAndTheOthersArePutBack() throws IOException {
    FileChanges changes = new FileChanges(root, refusing(Set.of("d"), Set.of()));

    assertThatThrownBy(() -> changes.write(edited))
        .hasMessage("d cannot be written, so nothing was: No space left on device");
    assertAll("old");
  }

  @Test
  void oneThatCannotBePutBackIsNamedAndTheRestIsPutBack() throws IOException {
    FileChanges changes = new FileChanges(root, refusing(Set.of("d"), Set.of("a")));

    assertThatThrownBy(() -> changes.write(edited))
        .hasMessage(
            "d cannot be written: No space left on device; already written, and not put back: a (No"
                + " space left on device)");
    assertThat(root.resolve("a")).hasContent("\uFEFFnew of a\r\n");
    assertThat(root.resolve("b/c")).hasContent("\uFEFFold of b/c\r\n");
  }

  @Test
  void aReadOnlyFileIsNamedAndNothingIsWritten() throws IOException {
    Files.setPosixFilePermissions(
        root.resolve("b/c"), PosixFilePermissions.fromString("r--r--r-x"));

    assertThatThrownBy(() -> new FileChanges(root).write(edited))
        .hasMessage("b/c cannot be written, so nothing was: it is read-only");
    Files.setPosixFilePermissions(
        root.resolve("b/c"), PosixFilePermissions.fromString("rw-r--r-x"));
    assertAll("old");
  }

  /** Moves all but some files, the first time and the second. */
  private FileChanges.Move refusing(Set<String> first, Set<String> second) {
    Set<Path> moved = new java.util.HashSet<>();
    return (from, to) -> {
      String name = root.relativize(to).toString();
      if ((moved.add(to) ? first : second).contains(name)) {
        throw new FileSystemException(from.toString(), to.toString(), "No space left on device");
      }
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    };
  }
}
