package io.github.containerversions.versions.site;

import io.github.containerversions.core.file.ListedFolder;
import io.github.containerversions.versions.model.CheckoutGap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the folder of a container.
 *
 * @param name the container's name
 * @param folder its path from the root
 * @param buildFiles the build files in it; null where it cannot be listed
 * @param variants the files in it that look like further build files
 * @param kind why it cannot be listed; null where it can
 */
record FolderEntries(
    String name,
    String folder,
    @Nullable List<String> buildFiles,
    List<String> variants,
    CheckoutGap.@Nullable Kind kind) {

  /** What BuildKit reads where the command line names it, and this rule does not. */
  private static final String VARIANT = "Dockerfile.";

  /** Files beside a Dockerfile that start with its name and build nothing. */
  private static final String IGNORE_FILE = ".dockerignore";

  static FolderEntries unseen(String name, String folder, CheckoutGap.Kind kind) {
    return new FolderEntries(name, folder, null, List.of(), kind);
  }

  /** Null where that is no folder; most are, so it is asked only of what cannot be listed. */
  static @Nullable FolderEntries onDisk(
      Path root, String name, String directory, List<String> buildFiles) {
    Path folder = root.resolve(directory);
    if (Files.isSymbolicLink(folder) && Files.isDirectory(folder)) {
      try {
        ListedFolder.inside(root, folder);
      } catch (IOException e) {
        return unseen(name, directory, CheckoutGap.Kind.OUTSIDE_REPOSITORY);
      }
    }
    String[] names = folder.toFile().list();
    if (names != null) {
      return of(name, directory, Arrays.asList(names), buildFiles);
    }
    return Files.isDirectory(folder) ? unseen(name, directory, CheckoutGap.Kind.UNLISTABLE) : null;
  }

  /**
   * The same of a folder whose files are known.
   *
   * @param files the names of all files in it
   */
  static FolderEntries of(
      String name, String directory, List<String> files, List<String> buildFiles) {
    List<String> variants = new ArrayList<>();
    for (String file : files) {
      if (isVariant(file)) {
        variants.add(file);
      }
    }
    List<String> found = new ArrayList<>();
    for (String file : buildFiles) {
      if (files.contains(file)) {
        found.add(file);
      }
    }
    Collections.sort(variants);
    return new FolderEntries(name, directory, List.copyOf(found), List.copyOf(variants), null);
  }

  private static boolean isVariant(String file) {
    return file.startsWith(VARIANT) && !file.endsWith(IGNORE_FILE);
  }
}
