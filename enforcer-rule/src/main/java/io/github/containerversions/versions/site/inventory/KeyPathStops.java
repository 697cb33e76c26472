package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.text.OneLine;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a key leads that leads nowhere, and what stands there. */
final class KeyPathStops {
  private static final int MAX_NAMES = 6;

  private final KeyFile kind;
  private final List<YamlNode> roots;
  private final KeyPath key;

  KeyPathStops(KeyFile kind, List<YamlNode> roots, KeyPath key) {
    this.kind = kind;
    this.roots = roots;
    this.key = key;
  }

  /** The longest beginning of the key that is there, and the keys below it. */
  String inWords() {
    for (int count = key.length() - 1; count > 0 && kind.isLeveled(); count--) {
      KeyPath beginning = key.first(count);
      List<YamlNode> there = kind.find(beginning, roots).stream().map(KeyPath.Hit::value).toList();
      if (!there.isEmpty()) {
        return beginning + " " + described(there);
      }
    }
    return "the file " + described(roots);
  }

  private static String described(List<YamlNode> nodes) {
    List<YamlNode> items =
        nodes.stream()
            .flatMap(it -> it instanceof YamlNode.Items list ? list.items().stream() : Stream.of())
            .toList();
    if (nodes.stream().anyMatch(YamlNode.Items.class::isInstance)) {
      Set<String> keys = keys(items);
      return keys.isEmpty()
          ? "is a list whose entries have no keys"
          : "is a list whose entries have " + listed(keys);
    }
    Set<String> keys = keys(nodes);
    if (!keys.isEmpty()) {
      return "has " + listed(keys);
    }
    boolean empty =
        nodes.stream()
            .allMatch(
                it ->
                    it instanceof YamlNode.Mapping
                        || (it instanceof YamlNode.Scalar scalar && scalar.isNull()));
    return empty ? "holds nothing" : "is a text";
  }

  private static Set<String> keys(List<YamlNode> nodes) {
    return nodes.stream()
        .flatMap(
            it -> it instanceof YamlNode.Mapping mapping ? mapping.pairs().stream() : Stream.of())
        .flatMap(
            it -> it.key() instanceof YamlNode.Scalar name ? Stream.of(name.text()) : Stream.of())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String listed(Set<String> names) {
    int more = names.size() - MAX_NAMES;
    return (names.size() == 1 ? "the key " : "the keys ")
        + OneLine.of(names.stream().limit(MAX_NAMES).collect(Collectors.joining(", ")))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
