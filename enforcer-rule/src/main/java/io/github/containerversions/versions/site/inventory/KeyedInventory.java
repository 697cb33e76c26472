package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.keys.KeyEntry;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.NameTemplate;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An inventory whose versions stand at a configured key. */
final class KeyedInventory implements Inventory {
  private final SourceText text;
  private final KeyFile kind;
  private final InventoryLayout layout;
  private final List<YamlNode> roots;
  private final Map<String, List<KeyPath.Hit>> values;

  /** What the key leads to as far as the step that names the service. */
  private final Map<String, List<KeyPath.Hit>> entries;

  private @Nullable NearestNames nearest;

  private KeyedInventory(SourceText text, KeyFile kind, InventoryLayout layout)
      throws UnparsableException {
    this.text = text;
    this.kind = kind;
    this.layout = layout;
    this.roots = kind.nodes(text);
    this.values = byService(kind.find(layout.key(), roots));
    KeyPath entry = layout.key().first(layout.key().serviceStep() + 1);
    this.entries = kind.isLeveled() ? byService(kind.find(entry, roots)) : values;
  }

  private static Map<String, List<KeyPath.Hit>> byService(List<KeyPath.Hit> hits) {
    Map<String, List<KeyPath.Hit>> byService = new HashMap<>();
    for (KeyPath.Hit hit : hits) {
      byService.computeIfAbsent(hit.names().service(), it -> new ArrayList<>()).add(hit);
    }
    return byService;
  }

  /** Never fails: what cannot be read gives its problem to whoever asks for a service. */
  static Inventory read(SourceText text, InventoryLayout layout) {
    Optional<KeyFile> kind = KeyFile.of(text.file());
    if (kind.isEmpty()) {
      return Inventory.unusable(
          Problem.of(
              Kind.UNREADABLE,
              "no key is read from a file of this kind",
              "keys are read from " + KeyFile.ALLOWED,
              new FileLocation(text.file())));
    }
    try {
      return new KeyedInventory(text, kind.get(), layout);
    } catch (UnparsableException e) {
      return Inventory.unusable(e.problem());
    }
  }

  /** Where the key leads to no service at all: what stands in the file instead. */
  Optional<String> wrongKey() {
    return values.isEmpty()
        ? Optional.of(new KeyPathStops(kind, roots, layout.key()).inWords())
        : Optional.empty();
  }

  @Override
  public Reading versionOf(String service) {
    List<KeyPath.Hit> found = values.getOrDefault(service, List.of());
    List<Declaration> declarations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    KeyedValue value = new KeyedValue(text, layout, at(service));
    for (KeyPath.Hit hit : found) {
      value.add(hit.value(), declarations, problems);
    }
    if (found.isEmpty()) {
      problems.add(missing(service));
    }
    for (Declaration each : declarations) {
      if (!each.version().equals(declarations.get(0).version())) {
        problems.add(
            new Problem(
                Kind.CONFLICT,
                at(service) + " is given twice with different values",
                "keep one of them",
                each.location(),
                List.of(declarations.get(0).location())));
        break;
      }
    }
    return new Reading(declarations, problems, Set.of(), List.of());
  }

  /** The key of one service. */
  private String at(String service) {
    return layout.key().text().replace(NameTemplate.SERVICE, service);
  }

  private Problem missing(String service) {
    List<KeyPath.Hit> there = entries.getOrDefault(service, List.of());
    if (!there.isEmpty()) {
      String entry = layout.key().first(layout.key().serviceStep() + 1).text();
      return Problem.of(
          Kind.ABSENT,
          "the entry "
              + Excerpt.quoted(service)
              + " has no "
              + layout.key().text().substring(entry.length() + 1),
          "write " + value() + " at " + at(service),
          there.get(0).value().location(text));
    }
    return Problem.of(
        Kind.ABSENT, "no entry is named " + Excerpt.quoted(service), help(service), parent());
  }

  private Location parent() {
    int step = layout.key().serviceStep();
    List<KeyPath.Hit> parents =
        step > 0 && kind.isLeveled() ? kind.find(layout.key().first(step), roots) : List.of();
    return parents.isEmpty()
        ? new FileLocation(text.file())
        : parents.get(0).value().location(text);
  }

  private String help(String service) {
    String add =
        KeyEntry.of(layout.key(), kind, service, value())
            .map(it -> "add " + it.text() + (it.parent().isEmpty() ? "" : " under " + it.parent()))
            .orElseGet(() -> "write " + value() + " at " + at(service));
    List<String> names = nearest().to(service);
    return names.isEmpty()
        ? add + ", or name the entry that is meant in serviceNames"
        : names.stream()
            .map(Excerpt::quoted)
            .collect(
                Collectors.joining(
                    " or ",
                    "if ",
                    " is meant, correct it there or map the container to it in serviceNames;"
                        + " otherwise "
                        + add));
  }

  private String value() {
    return layout.example(Problem.VERSION);
  }

  private synchronized NearestNames nearest() {
    if (nearest == null) {
      nearest = new NearestNames(entries.keySet());
    }
    return nearest;
  }
}
