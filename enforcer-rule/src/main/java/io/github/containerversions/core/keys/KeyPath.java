package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.NameTemplate;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a structured file a value stands: names of keys separated by dots, {@code *} for one
 * step, {@code **} for any number of steps, and {@code [name=web]} for the items of a list whose
 * key has that value. A name with a dot stands between quotes. {@code {container}} and {@code
 * {service}} stand for names in keys and in values.
 */
public final class KeyPath {

  /** The most values that one path may lead to in one file. */
  private static final int MAX_HITS = 200_000;

  private final String text;
  private final List<Step> steps;

  /** Where in the text each step ends. */
  private final List<Integer> ends;

  private KeyPath(String text, List<Step> steps, List<Integer> ends) {
    this.text = text;
    this.steps = List.copyOf(steps);
    this.ends = List.copyOf(ends);
  }

  /** One step down. */
  sealed interface Step {
    /** To the value of a key. */
    record Name(NameTemplate name) implements Step {}

    /** To each value of a mapping and each item of a list. */
    record Any() implements Step {}

    /** To the node itself and all below it. */
    record AnyDepth() implements Step {}

    /** To each item of a list whose key has a value. */
    record Item(String key, NameTemplate value) implements Step {}
  }

  /**
   * A value that a path leads to.
   *
   * @param names what the placeholders of the path stand for there
   * @param value the value
   * @param repeated whether the mapping that holds it has the same key twice
   */
  public record Hit(Names names, YamlNode value, boolean repeated) {}

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException where it is not a path; the message says what is wrong with it
   */
  public static KeyPath of(String text) {
    PathText read = new PathText(text);
    return new KeyPath(text, read.steps(), read.ends());
  }

  /** The path as one name, for files that have no levels. */
  public String text() {
    return text;
  }

  /** Whether it names containers or services. */
  public boolean hasNames() {
    return NameTemplate.hasNames(text);
  }

  /** The number of the step that holds {@code {service}}; -1 where none does. */
  public int serviceStep() {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean there =
          step instanceof Step.Name name
              ? name.name().toString().contains(NameTemplate.SERVICE)
              : step instanceof Step.Item item
                  && item.value().toString().contains(NameTemplate.SERVICE);
      if (there) {
        return i;
      }
    }
    return -1;
  }

  /** The number of its steps. */
  public int length() {
    return steps.size();
  }

  /** Its first steps, at least one. */
  public KeyPath first(int count) {
    return new KeyPath(
        text.substring(0, ends.get(count - 1)), steps.subList(0, count), ends.subList(0, count));
  }

  /** The name of a step; empty where the step is not a name, or has a placeholder. */
  public Optional<String> plainName(int step) {
    return steps.get(step) instanceof Step.Name name && !name.name().hasNames()
        ? Optional.of(name.name().toString())
        : Optional.empty();
  }

  /** The key by which a step chooses items of a list; empty where it does not. */
  public Optional<String> itemKey(int step) {
    return steps.get(step) instanceof Step.Item item ? Optional.of(item.key()) : Optional.empty();
  }

  /** Whether a step is {@code {service}} and nothing else. */
  public boolean isOnlyService(int step) {
    return steps.get(step) instanceof Step.Name name
        && name.name().toString().equals(NameTemplate.SERVICE);
  }

  List<Step> steps() {
    return steps;
  }

  /** Whether it is a single name. */
  boolean isSingleName() {
    return steps.size() == 1 && steps.get(0) instanceof Step.Name;
  }

  /** All that the path leads to from a node, in the order of the file; each node once. */
  public List<Hit> find(YamlNode root) {
    List<Hit> hits = new ArrayList<>();
    walk(root, 0, Names.NONE, false, hits, identitySet());
    return hits;
  }

  private static Set<YamlNode> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private void walk(
      YamlNode node, int step, Names names, boolean repeated, List<Hit> hits, Set<YamlNode> above) {
    if (hits.size() >= MAX_HITS) {
      return;
    }
    if (step == steps.size()) {
      hits.add(new Hit(names, node, repeated));
      return;
    }
    if (!above.add(node)) {
      return; // an alias of what it stands in
    }
    if (steps.get(step) instanceof Step.Name name) {
      named(node, name, step, names, hits, above);
    } else if (steps.get(step) instanceof Step.Item item) {
      items(node, item, step, names, hits, above);
    } else if (steps.get(step) instanceof Step.AnyDepth) {
      anyDepth(node, step, names, hits, above);
    } else {
      for (YamlNode child : children(node)) {
        walk(child, step + 1, names, false, hits, above);
      }
    }
    above.remove(node);
  }

  private void named(
      YamlNode node, Step.Name step, int at, Names names, List<Hit> hits, Set<YamlNode> above) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (YamlNode.Mapping each : MergeOrder.of(mapping).mappings()) {
      Set<String> own = new HashSet<>();
      Set<String> repeated = new HashSet<>();
      for (YamlNode.Pair pair : each.pairs()) {
        if (pair.key() instanceof YamlNode.Scalar key && !pair.isMerge() && !own.add(key.text())) {
          repeated.add(key.text());
        }
      }
      for (YamlNode.Pair pair : each.pairs()) {
        if (!(pair.key() instanceof YamlNode.Scalar key)
            || pair.isMerge()
            || seen.contains(key.text())) {
          continue; // a key that is merged in counts only where the mapping does not have it
        }
        Optional<Names> found = step.name().match(key.text()).flatMap(names::and);
        if (found.isPresent()) {
          walk(pair.value(), at + 1, found.get(), repeated.contains(key.text()), hits, above);
        }
      }
      seen.addAll(own);
    }
  }

  private void anyDepth(YamlNode node, int step, Names names, List<Hit> hits, Set<YamlNode> above) {
    above.remove(node);
    walk(node, step + 1, names, false, hits, above);
    above.add(node);
    for (YamlNode child : children(node)) {
      if (!(child instanceof YamlNode.Scalar)) {
        walk(child, step, names, false, hits, above);
      } else if (step + 1 == steps.size()) {
        hits.add(new Hit(names, child, false));
      }
    }
  }

  private void items(
      YamlNode node, Step.Item step, int at, Names names, List<Hit> hits, Set<YamlNode> above) {
    if (!(node instanceof YamlNode.Items list)) {
      return;
    }
    for (YamlNode item : list.items()) {
      if (item instanceof YamlNode.Mapping mapping) {
        YamlNode.Pair pair = MergeOrder.of(mapping).find(step.key());
        if (pair != null && pair.value() instanceof YamlNode.Scalar value) {
          Optional<Names> found = step.value().match(value.text()).flatMap(names::and);
          if (found.isPresent()) {
            walk(item, at + 1, found.get(), false, hits, above);
          }
        }
      }
    }
  }

  private static List<YamlNode> children(YamlNode node) {
    if (node instanceof YamlNode.Items list) {
      return list.items();
    }
    return node instanceof YamlNode.Mapping mapping
        ? mapping.pairs().stream().map(YamlNode.Pair::value).toList()
        : List.of();
  }

  @Override
  public String toString() {
    return text;
  }
}
