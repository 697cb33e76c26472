package io.github.containerversions.versions;

/** The entry of {@code <nixPackages>} for a container, as it can be copied into a POM. */
final class PackageEntry {
  private PackageEntry() {}

  /** In the form of an element where the folder's name can be one, else in that of a property. */
  static String of(String container, String packageName) {
    // Maven takes an element of that name for the other form.
    boolean element =
        container.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !container.equals("property");
    return element
        ? "<nixPackages><%1$s>%2$s</%1$s></nixPackages>".formatted(container, packageName)
        : "<nixPackages><property><name>%s</name><value>%s</value></property></nixPackages>"
            .formatted(escaped(container), packageName);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
