package io.github.containerversions.core.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping and all that is merged into it, in the order in which a key is looked up: its own keys,
 * then those of the first mapping merged, with what is merged into that one, and so on (YAML types,
 * merge key). A mapping that is merged twice, or into itself, counts once: what it has not at its
 * first place, it has not at its second.
 *
 * <p>Written with loops: it runs for every entry, also in a cold JVM.
 *
 * @param mappings the mapping itself and what is merged into it
 * @param broken the values of merge keys that are neither a mapping nor a list of mappings
 */
public record MergeOrder(List<YamlNode.Mapping> mappings, List<YamlNode> broken) {

  public static MergeOrder of(YamlNode.Mapping mapping) {
    if (sources(mapping).isEmpty()) {
      return new MergeOrder(List.of(mapping), List.of());
    }
    List<YamlNode.Mapping> mappings = new ArrayList<>();
    List<YamlNode> broken = new ArrayList<>();
    Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<YamlNode> next = new ArrayDeque<>();
    next.push(mapping);
    while (!next.isEmpty()) {
      YamlNode node = next.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (node instanceof YamlNode.Mapping merged) {
        mappings.add(merged);
        List<YamlNode> sources = sources(merged);
        for (int i = sources.size() - 1; i >= 0; i--) {
          next.push(sources.get(i));
        }
      } else {
        broken.add(node);
      }
    }
    return new MergeOrder(mappings, broken);
  }

  private static List<YamlNode> sources(YamlNode.Mapping mapping) {
    List<YamlNode> sources = List.of();
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.isMerge()) {
        sources = sources.isEmpty() ? new ArrayList<>() : sources;
        if (pair.value() instanceof YamlNode.Items list) {
          sources.addAll(list.items());
        } else {
          sources.add(pair.value());
        }
      }
    }
    return sources;
  }

  /** The pair that a key's value is taken from; null where the key is nowhere. */
  public YamlNode.@Nullable Pair find(String key) {
    for (YamlNode.Mapping mapping : mappings) {
      for (YamlNode.Pair pair : mapping.pairs()) {
        if (pair.isNamed(key)) {
          return pair;
        }
      }
    }
    return null;
  }
}
