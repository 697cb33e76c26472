package io.github.containerversions.maven;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of a rule's parameters.
 *
 * @param texts those with a text
 * @param lists those with a list of texts
 * @param elements those with elements of another form
 */
record RuleParameters(List<String> texts, List<String> lists, List<String> elements) {

  /** Those of {@code <containerVersionSync>}. */
  static final RuleParameters VERSIONS =
      new RuleParameters(
          List.of(
              "skip",
              "repositoryRoot",
              "reportDirectory",
              "annotations",
              "message",
              "containersDirectory",
              "inventoryFile",
              "inventoryKey",
              "versionArg",
              "containerPyVariable",
              "scope",
              "allFiles",
              "baseRef",
              "nixVersionCommand",
              "containerPyVersionCommand",
              "commandTimeout"),
          List.of("reports", "containers", "inventoryTags", "commandInputs"),
          List.of("exemptions", "serviceNames", "nixPackages", "places", "versionArgs"));

  /** Those of {@code <registryPushAuth>}. */
  static final RuleParameters PUSHES =
      new RuleParameters(
          List.of(
              "skip",
              "repositoryRoot",
              "reportDirectory",
              "annotations",
              "message",
              "secretsFile",
              "secretsRepository",
              "immutableTags"),
          List.of(
              "reports",
              "workflowDirectories",
              "registries",
              "openRegistries",
              "provisioningFiles"),
          List.of("exemptions"));

  /** All names, and that of the Enforcer's own parameter. */
  List<String> all() {
    List<String> all = new ArrayList<>(texts);
    all.addAll(lists);
    all.addAll(elements);
    all.add("level");
    return all;
  }
}
