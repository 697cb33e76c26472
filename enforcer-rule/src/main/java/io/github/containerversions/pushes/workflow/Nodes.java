package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up keys and values of YAML nodes, whatever stands in their place. */
record Nodes(SourceText source) {

  /** The value of a key, where the node is a mapping that has it. */
  static Optional<YamlNode> value(YamlNode node, String... path) {
    Optional<YamlNode> at = Optional.of(node);
    for (String key : path) {
      at =
          at.filter(YamlNode.Mapping.class::isInstance)
              .map(it -> MergeOrder.of((YamlNode.Mapping) it).find(key))
              .map(YamlNode.Pair::value);
    }
    return at;
  }

  static Optional<YamlNode.Scalar> scalar(YamlNode node, String... path) {
    return value(node, path)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast);
  }

  /** The text at a path; empty where there is none. */
  static String text(YamlNode node, String... path) {
    return scalar(node, path).map(it -> it.text().strip()).orElse("");
  }

  static List<YamlNode> items(YamlNode node, String... path) {
    return value(node, path)
        .filter(YamlNode.Items.class::isInstance)
        .map(it -> ((YamlNode.Items) it).items())
        .orElse(List.of());
  }

  static List<YamlNode.Pair> pairs(YamlNode node, String... path) {
    return value(node, path)
        .filter(YamlNode.Mapping.class::isInstance)
        .map(it -> MergeOrder.of((YamlNode.Mapping) it).mappings())
        .map(all -> all.stream().flatMap(it -> it.pairs().stream()))
        .map(all -> all.filter(it -> !it.isMerge() && it.key() instanceof YamlNode.Scalar).toList())
        .orElse(List.of());
  }

  static String name(YamlNode.Pair pair) {
    return pair.key() instanceof YamlNode.Scalar key ? key.text() : "";
  }

  /** The scalars of a mapping, in their pieces. */
  Map<String, ShellWord> words(YamlNode node, String... path) {
    Map<String, ShellWord> words = new LinkedHashMap<>();
    for (YamlNode.Pair pair : pairs(node, path)) {
      if (pair.value() instanceof YamlNode.Scalar scalar) {
        words.putIfAbsent(name(pair), word(scalar));
      }
    }
    return Collections.unmodifiableMap(words);
  }

  ShellWord word(YamlNode.Scalar scalar) {
    return ShellReader.value(
        scalar.isNull() ? "" : scalar.text(), new ScalarPositions(source, scalar));
  }
}
