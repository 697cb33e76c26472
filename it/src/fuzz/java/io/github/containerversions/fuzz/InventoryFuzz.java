package io.github.containerversions.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.containerversions.versions.site.inventory.Inventory;
import io.github.containerversions.versions.site.inventory.InventoryReader;
import java.util.List;
import io.github.containerversions.core.text.SourceText;

/** Any text as an inventory, asked for any service. */
public final class InventoryFuzz {

  private InventoryFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    List<String> halves = Readings.halves(data.consumeRemainingAsString());
    SourceText text = Readings.text(halves.get(0));
    Inventory inventory = InventoryReader.read(text);
    Readings.check(inventory.versionOf("ntfy"), text);
    Readings.check(inventory.versionOf(halves.get(1)), text);
  }
}
