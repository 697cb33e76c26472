package io.github.containerversions.versions.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folders of containers that hold nothing but what git tracks, unchanged: regular files only, and
 * none that is changed, untracked or ignored. What stands in them need not be asked of the disk.
 *
 * @param files the names of the files that stand in each of them, by its path from the root
 */
public record TrackedFolders(Map<String, List<String>> files) {

  /** Where nothing is known of any folder. */
  public static final TrackedFolders NONE = new TrackedFolders(Map.of());

  public boolean contains(String folder) {
    return files.containsKey(folder);
  }

  /** The names of the files in a folder; null where only the disk knows. */
  public @Nullable List<String> filesIn(String folder) {
    return files.get(folder);
  }
}
