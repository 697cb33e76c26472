package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An inventory whose list of services was found; its entries are judged when they are asked for.
 */
final class Services implements Inventory {
  private final SourceText text;
  private final YamlNode key;
  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final List<YamlNode> nameless = new ArrayList<>();
  private @Nullable NearestNames nearest;

  private Services(SourceText text, YamlNode key) {
    this.text = text;
    this.key = key;
  }

  /**
   * The services of a list.
   *
   * @param key the key that the list stands under, which messages about missing entries point at
   */
  static Services of(SourceText text, YamlNode key, YamlNode.Items list) {
    Services services = new Services(text, key);
    for (YamlNode item : list.items()) {
      services.add(item);
    }
    return services;
  }

  /** An entry as one could add it. */
  static String example(String service) {
    boolean plain =
        !service.isEmpty() && service.chars().allMatch(c -> c < 128 && isPlain((char) c));
    return "- { name: "
        + (plain ? service : "'" + service.replace("'", "''") + "'")
        + ", current-version: \""
        + Problem.VERSION
        + "\" }";
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }

  private void add(YamlNode item) {
    if (item instanceof YamlNode.Mapping mapping) {
      MergeOrder order = MergeOrder.of(mapping);
      Collection<YamlNode.Scalar> names = names(mapping, order);
      for (YamlNode.Scalar name : names) {
        List<Entry> same = entries.get(name.text());
        if (same == null) {
          same = new ArrayList<>(1);
          entries.put(name.text(), same);
        }
        same.add(new Entry(mapping, order, name));
      }
      if (!names.isEmpty()) {
        return;
      }
    }
    nameless.add(item);
  }

  /**
   * An entry that gives itself two names is found under both, so that the problem is reported for
   * either.
   */
  private static Collection<YamlNode.Scalar> names(YamlNode.Mapping mapping, MergeOrder order) {
    int own = 0;
    for (YamlNode.Pair pair : mapping.pairs()) {
      own += pair.isNamed(Entry.NAME) ? 1 : 0;
    }
    if (own <= 1) {
      YamlNode.Scalar name = name(order.find(Entry.NAME));
      return name == null ? List.of() : List.of(name);
    }
    Map<String, YamlNode.Scalar> names = new LinkedHashMap<>();
    for (YamlNode.Pair pair : mapping.pairs()) {
      YamlNode.Scalar name = pair.isNamed(Entry.NAME) ? name(pair) : null;
      if (name != null) {
        names.putIfAbsent(name.text(), name);
      }
    }
    return names.values();
  }

  /** The name of a service that a pair gives; null if it gives no name. */
  private static YamlNode.@Nullable Scalar name(YamlNode.@Nullable Pair pair) {
    return pair != null && pair.value() instanceof YamlNode.Scalar scalar && scalar.saysSomething()
        ? scalar
        : null;
  }

  @Override
  public Reading versionOf(String service) {
    List<Entry> found = entries.getOrDefault(service, List.of());
    return switch (found.size()) {
      case 0 -> Reading.problem(missing(service));
      case 1 -> found.get(0).read(text);
      default -> several(service, found);
    };
  }

  private Reading several(String service, List<Entry> found) {
    List<Declaration> declarations = new ArrayList<>();
    List<Location> related = new ArrayList<>();
    for (Entry entry : found.subList(0, Math.min(found.size(), Entry.MAX_SHOWN))) {
      declarations.addAll(entry.declarations(text));
      related.add(entry.name().location(text));
    }
    Location second = related.remove(1);
    Problem problem =
        new Problem(
            Kind.CONFLICT,
            (found.size() == 2 ? "two" : found.size())
                + " entries are named "
                + Excerpt.quoted(service),
            "keep one of them",
            second,
            related);
    return new Reading(declarations, List.of(problem), Set.of(), List.of());
  }

  private Problem missing(String service) {
    for (YamlNode item : nameless) {
      if (item instanceof YamlNode.Scalar scalar && scalar.text().equals(service)) {
        return Problem.of(
            Kind.SHAPE,
            "the entry " + Excerpt.quoted(service) + " is only a text, without a current-version",
            "write it as " + example(service),
            scalar.location(text));
      }
    }
    List<Location> related = new ArrayList<>();
    for (YamlNode item : nameless.subList(0, Math.min(Entry.MAX_SHOWN, nameless.size()))) {
      related.add(item.location(text));
    }
    return new Problem(
        Kind.ABSENT,
        "no entry is named " + Excerpt.quoted(service) + namelessNote(),
        help(service),
        key.location(text),
        related);
  }

  /** Says of the first entry without a name what is wrong with it: it may be the missing one. */
  private String namelessNote() {
    if (nameless.isEmpty()) {
      return "";
    }
    YamlNode item = nameless.get(0);
    return ", and the entry at line " + item.location(text).line() + flaw(item);
  }

  private static String flaw(YamlNode item) {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      return " is " + item.kind() + ", not a mapping";
    }
    YamlNode.Pair name = MergeOrder.of(mapping).find(Entry.NAME);
    if (name == null) {
      return " has no name";
    }
    if (!(name.value() instanceof YamlNode.Scalar scalar)) {
      return " has " + name.value().kind() + " for its name";
    }
    return scalar.isText() ? " has an empty name" : " has a name with a tag";
  }

  private String help(String service) {
    String add = "add " + example(service) + " under services";
    List<String> names = nearest().to(service);
    return names.isEmpty()
        ? add + ", or name the entry that is meant in serviceNames"
        : names.stream()
            .map(Excerpt::quoted)
            .collect(
                Collectors.joining(
                    " or ",
                    "if ",
                    " is meant, correct it there or map the container to it in serviceNames; otherwise "
                        + add));
  }

  private synchronized NearestNames nearest() {
    if (nearest == null) {
      nearest = new NearestNames(entries.keySet());
    }
    return nearest;
  }
}
