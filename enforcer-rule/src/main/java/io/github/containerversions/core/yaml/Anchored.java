package io.github.containerversions.core.yaml;

/** What an alias stands for, and how much that is once all aliases in it are expanded. */
final class Anchored {
  final YamlNode node;

  /** Whether its end is not reached: an alias of it there makes it hold itself. */
  boolean open;

  /** How many nodes it is. */
  int size = 1;

  /** How deep it is nested; 0 for a scalar. */
  int height;

  Anchored(YamlNode node) {
    this.node = node;
  }
}
