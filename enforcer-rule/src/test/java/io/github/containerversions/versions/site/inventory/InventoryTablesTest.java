package io.github.containerversions.versions.site.inventory;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tables again, each as one test. Mutation tests run these: to them, each row of a
 * parameterised test is a test of its own, and sets up the whole table anew.
 */
class InventoryTablesTest {
  private final InventoryReaderTest reader = new InventoryReaderTest();

  @Test
  void valuesAreTheirText() {
    for (List<String> row : Rows.of("inventory-values.tsv").toList()) {
      reader.aValueIsItsText(row.get(0), row.get(1), row.get(2), row.get(3));
    }
  }

  @Test
  void inventoriesAreReadAsTheirTextSays() {
    for (List<String> row : Rows.of("inventory-cases.tsv").toList()) {
      reader.anInventoryIsReadAsItsTextSays(
          row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
    }
  }
}
