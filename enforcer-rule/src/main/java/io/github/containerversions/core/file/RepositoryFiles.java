package io.github.containerversions.core.file;

/**
 * The files below a repository root, read under limits: regular files only, UTF-8 only, never
 * larger than the caller allows, never outside the root (also not by way of a symbolic link).
 */
public interface RepositoryFiles {

  /** The largest build file that is read, in bytes. */
  int BUILD_FILE_LIMIT = 1 << 20;

  /** The largest inventory that is read, in bytes. */
  int INVENTORY_LIMIT = 4 << 20;

  /**
   * Reads a file.
   *
   * @param file path relative to the root, with {@code /}; one that leaves the root by {@code ..}
   *     is unreadable
   * @param limit the largest size in bytes that is read
   */
  FileContent read(String file, int limit);

  /**
   * Reads a file that a checked file leads to: refused where git ignores it or it is git's own.
   *
   * @see #read
   */
  default FileContent readFollowed(String file, int limit) {
    return read(file, limit);
  }

  /**
   * Whether a file that cannot be read may hold some text all the same.
   *
   * @param needle ASCII characters
   * @return true where that cannot be known
   */
  default boolean mayContain(String file, String needle) {
    return true;
  }

  /** Whether a folder is at that path: a Nix path to a folder means its {@code default.nix}. */
  boolean isDirectory(String file);
}
