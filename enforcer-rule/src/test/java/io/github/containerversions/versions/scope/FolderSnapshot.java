package io.github.containerversions.versions.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder that is made once and copied for each test: writing a few files takes a fraction of the
 * git processes that made them. Git finds that the files are other ones than those it indexed, and
 * looks at their contents, which are the same.
 */
public final class FolderSnapshot {

  private final List<Path> folders = new ArrayList<>();
  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  private FolderSnapshot() {}

  public static FolderSnapshot of(Consumer<Path> maker) {
    try {
      Path folder = Files.createTempDirectory("snapshot-").toRealPath();
      maker.accept(folder);
      FolderSnapshot snapshot = new FolderSnapshot();
      List<Path> tree;
      try (Stream<Path> walk = Files.walk(folder)) {
        tree = walk.toList();
      }
      for (Path each : tree) {
        Path path = folder.relativize(each);
        if (Files.isDirectory(each)) {
          snapshot.folders.add(path);
        } else {
          snapshot.files.put(path, Files.readAllBytes(each));
        }
      }
      for (Path each : tree.stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
      return snapshot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void copyTo(Path root) {
    try {
      for (Path folder : folders) {
        Files.createDirectories(root.resolve(folder));
      }
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.write(root.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
