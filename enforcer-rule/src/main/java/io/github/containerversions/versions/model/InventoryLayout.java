package io.github.containerversions.versions.model;

import io.github.containerversions.core.keys.KeyPath;
import java.util.Comparator;
import java.util.List;

/**
 * Which file is the inventory, and where in it the version of a service stands.
 *
 * @param file its path from the repository root; empty where there is none
 * @param key the path of the version, with {@code {service}}
 * @param tags the forms that the value may have; the first that fits counts
 */
public record InventoryLayout(String file, KeyPath key, List<TagForm> tags) {
  public static final String DEFAULT_KEY = "services[name={service}].current-version";

  public InventoryLayout {
    tags = List.copyOf(tags);
  }

  /** The list of services that is read where no key is configured. */
  public static InventoryLayout of(String file) {
    return new InventoryLayout(file, KeyPath.of(DEFAULT_KEY), List.of(TagForm.VERSION));
  }

  /** Whether it is the list of services that is read where no key is configured. */
  public boolean isDefault() {
    return key.text().equals(DEFAULT_KEY) && isWholeValue();
  }

  /** A value with a version, in the shortest form; what that leaves open is for the reader. */
  public String example(String version) {
    return tags.stream()
        .min(Comparator.comparingInt(it -> it.toString().length()))
        .orElse(TagForm.VERSION)
        .filled(version, "<commit>")
        .replace("{any}", "...")
        .replace("{number}", "<number>");
  }

  /** Whether the value at the key is the version and nothing else. */
  public boolean isWholeValue() {
    return tags.size() == 1 && tags.get(0).toString().equals(TagForm.VERSION.toString());
  }
}
