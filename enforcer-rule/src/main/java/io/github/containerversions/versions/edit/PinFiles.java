package io.github.containerversions.versions.edit;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import java.util.Locale;
import java.util.Optional;

/** Files that a pinning tool of Nix writes: npins, niv and nvfetcher. */
public final class PinFiles {
  private PinFiles() {}

  /** The command that updates the pins in a file; empty where it holds none. */
  public static Optional<String> command(RepositoryFiles files, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String folder = file.substring(0, file.length() - name.length());
    if (name.equals("sources.json")) {
      return says(files, folder + "default.nix", "npins")
          ? Optional.of("npins update")
          : says(files, folder + "sources.nix", "niv")
              ? Optional.of("niv update")
              : Optional.empty();
    }
    boolean generated = name.equals("generated.nix") || name.equals("generated.json");
    return generated && says(files, folder + "generated.nix", "nvfetcher")
        ? Optional.of("nvfetcher")
        : Optional.empty();
  }

  /** Whether the first comment of a file names a tool, as these tools have theirs do. */
  private static boolean says(RepositoryFiles files, String file, String tool) {
    return files.readFollowed(file, RepositoryFiles.BUILD_FILE_LIMIT)
            instanceof FileContent.Text found
        && found
            .text()
            .content()
            .lines()
            .filter(line -> line.startsWith("#"))
            .findFirst()
            .filter(line -> line.toLowerCase(Locale.ROOT).contains(tool))
            .isPresent();
  }
}
