package io.github.containerversions.core.yaml;

import org.jspecify.annotations.Nullable;

/** A collection that is not at its end yet. */
final class Open {
  final YamlNode node;
  final @Nullable Anchored anchored;
  final int expandedBefore;
  @Nullable YamlNode key;
  int height = 1;

  Open(YamlNode node, @Nullable Anchored anchored, int expandedBefore) {
    this.node = node;
    this.anchored = anchored;
    this.expandedBefore = expandedBefore;
  }

  void add(YamlNode child) {
    if (node instanceof YamlNode.Items list) {
      list.items().add(child);
    } else if (node instanceof YamlNode.Mapping mapping) {
      if (key == null) {
        key = child;
      } else {
        mapping.pairs().add(new YamlNode.Pair(key, child));
        key = null;
      }
    }
  }
}
