package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteAdvice;
import io.github.containerversions.versions.site.DeclarationSite;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The inventory, one file that states the version of every service, as a site. */
public final class InventorySite implements DeclarationSite {

  private static final RuleInfo RULE =
      new RuleInfo(
          "inventory-version",
          "The inventory has an entry for the container's service with a current-version",
          "People look up in the inventory what runs. Nobody reviews an image that is not there or"
              + " has no version.",
          "Add the entry, or write its current-version. If the service has another name, map it in"
              + " serviceNames.");

  private final Site site;
  private final CompletableFuture<Inventory> inventory;

  /**
   * Begins to read the inventory, beside everything else: it is one file that nothing can divide.
   *
   * @param layout its path, and where it has the version of a service
   */
  public InventorySite(RepositoryFiles files, InventoryLayout layout) {
    this.site = site(layout);
    this.inventory = CompletableFuture.supplyAsync(() -> read(files, layout));
  }

  /** Where its key leads to no service at all: what stands in the file instead. */
  public Optional<String> wrongKey() {
    return inventory.join() instanceof KeyedInventory keyed ? keyed.wrongKey() : Optional.empty();
  }

  /** The names and words of the site; messages call it by its file. */
  public static Site site(InventoryLayout layout) {
    return new Site(
        "inventory",
        "inventory",
        layout.file(),
        "",
        RULE,
        layout.isDefault()
            ? new SiteAdvice(
                "set current-version: \"{quoted}\" for {service} in {file}",
                "current-version in {file}")
            : new SiteAdvice(
                (layout.isWholeValue() ? "set " : "set the version in ")
                    + layout.key()
                    + " to {version} in {file}",
                "the version in {file}"),
        Site.Role.INVENTORY,
        LagLimit.NO_LAG);
  }

  @Override
  public Site site() {
    return site;
  }

  /** One that cannot be read is a problem for every container. */
  @Override
  public Optional<Reading> read(Container container) {
    return Optional.of(inventory.join().versionOf(container.service()));
  }

  private static Inventory read(RepositoryFiles files, InventoryLayout layout) {
    FileContent content = files.read(layout.file(), RepositoryFiles.INVENTORY_LIMIT);
    if (content instanceof FileContent.Text text) {
      return layout.isDefault()
          ? InventoryReader.read(text.text())
          : KeyedInventory.read(text.text(), layout);
    }
    return Inventory.unusable(
        content instanceof FileContent.Unreadable unreadable
            ? unreadable.problem()
            : FileContent.vanished(layout.file()));
  }
}
