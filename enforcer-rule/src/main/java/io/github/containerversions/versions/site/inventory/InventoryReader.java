package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;

/**
 * Reads an inventory: a YAML mapping whose {@code services} is a list of entries with {@code name}
 * and {@code current-version}. Other keys are the user's.
 *
 * <p>Every scalar is its text: {@code 2.10} is the version 2.10, though YAML would make it the
 * number 2.1.
 */
public final class InventoryReader {
  private InventoryReader() {}

  /** Never fails: a text that is no inventory gives its problem for every service asked for. */
  public static Inventory read(SourceText text) {
    try {
      return services(text, YamlDocument.read(text));
    } catch (BrokenYaml e) {
      return Inventory.unusable(e.problem());
    }
  }

  private static Inventory services(SourceText text, YamlNode root) {
    if (root instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return unusable(Kind.ABSENT, "the file holds nothing", root.location(text));
    }
    if (!(root instanceof YamlNode.Mapping top)) {
      return unusable(
          Kind.SHAPE,
          "the file holds " + root.kind() + ", not a mapping with the key services",
          root.location(text));
    }
    YamlNode.Pair services = MergeOrder.of(top).find("services");
    if (services == null) {
      return unusable(Kind.ABSENT, "the file has no key services", top.location(text));
    }
    for (YamlNode.Pair pair : top.pairs()) {
      if (pair.isNamed("services") && pair.key() != services.key()) {
        return Inventory.unusable(
            new Problem(
                Kind.CONFLICT,
                "the key services is given twice",
                "move all services into one list",
                pair.key().location(text),
                List.of(services.key().location(text))));
      }
    }
    if (services.value() instanceof YamlNode.Items list) {
      return Services.of(text, services.key(), list);
    }
    Location place = services.key().location(text);
    return services.value() instanceof YamlNode.Scalar scalar && scalar.isNull()
        ? unusable(Kind.EMPTY, "services is empty", place)
        : unusable(
            Kind.SHAPE,
            "services is " + services.value().kind() + ", not a list of entries",
            place);
  }

  private static Inventory unusable(Kind kind, String message, Location place) {
    String help =
        "write the key services, and below it one list entry for each service, such as"
            + " - { name: web, current-version: \"1.2.3\" }";
    return Inventory.unusable(Problem.of(kind, message, help, place));
  }
}
