package io.github.containerversions.core.file;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that is to be listed. */
public final class ListedFolder {
  private ListedFolder() {}

  /**
   * The folder without symbolic links, so that what is listed is what was judged.
   *
   * @throws IOException where it lies outside the root or is git's own
   */
  public static Path inside(Path root, Path folder) throws IOException {
    Path top = root.toRealPath();
    Path real = folder.toRealPath();
    if (!real.startsWith(top)) {
      throw new IOException("it lies outside the repository");
    }
    if (new SecretFiles(top).isGits(real)) {
      throw new IOException("it is one of git's own folders");
    }
    return real;
  }
}
