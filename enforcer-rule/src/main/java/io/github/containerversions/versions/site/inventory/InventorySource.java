package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.site.VersionSource;
import java.util.Optional;

/** The inventory as a source of the version of every container. */
public final class InventorySource {

  private InventorySource() {}

  /**
   * Reads the inventory once. One that cannot be read is a problem for every container.
   *
   * @param file its path, relative to the repository root
   */
  public static VersionSource read(RepositoryFiles files, String file) {
    FileContent content = files.read(file, RepositoryFiles.INVENTORY_LIMIT);
    if (content instanceof FileContent.Text text) {
      Inventory inventory = InventoryReader.read(text.text());
      return container -> Optional.of(inventory.versionOf(container.service()));
    }
    Reading reading =
        Reading.problem(
            content instanceof FileContent.Unreadable unreadable
                ? unreadable.problem()
                : FileContent.vanished(file));
    return container -> Optional.of(reading);
  }
}
