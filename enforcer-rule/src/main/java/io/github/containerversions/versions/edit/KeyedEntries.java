package io.github.containerversions.versions.edit;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Adds the version of a service at a key of an inventory that has none there. */
public final class KeyedEntries {
  private final SourceText text;
  private final KeyFile kind;
  private final KeyPath key;

  private KeyedEntries(SourceText text, KeyFile kind, KeyPath key) {
    this.text = text;
    this.kind = kind;
    this.key = key;
  }

  /**
   * How a service gets a version: what is null or empty becomes the version; in YAML a key that is
   * missing is added to its entry, and an entry that is missing beside the others, in their style.
   *
   * @param key the path of the version, with {@code {service}}
   * @return empty where the file has a form in which that cannot be done
   */
  public static Optional<InventoryEntries.Insertion> add(
      SourceText text, KeyPath key, String service, String version) {
    try {
      Optional<KeyFile> kind = KeyFile.of(text.file());
      return kind.isEmpty()
          ? Optional.empty()
          : new KeyedEntries(text, kind.get(), key).add(service, version);
    } catch (UnparsableException e) {
      return Optional.empty();
    }
  }

  private Optional<InventoryEntries.Insertion> add(String service, String version)
      throws UnparsableException {
    List<KeyPath.Hit> found = of(service, key);
    if (!found.isEmpty()) {
      return found.size() == 1 && found.get(0).value() instanceof YamlNode.Scalar value
          ? Optional.of(value(value, version))
          : Optional.empty();
    }
    int step = key.serviceStep();
    if (kind != KeyFile.YAML || key.length() > step + 2) {
      return Optional.empty();
    }
    List<YamlNode> parents =
        step == 0
            ? kind.nodes(text)
            : kind.find(key.first(step), text).stream().map(KeyPath.Hit::value).toList();
    Optional<String> leaf = key.length() == step + 2 ? key.plainName(step + 1) : Optional.of("");
    if (parents.size() != 1 || leaf.isEmpty()) {
      return Optional.empty();
    }
    String written = Quotes.ofScalar(kind, version);
    if (parents.get(0) instanceof YamlNode.Items list) {
      Optional<String> name = key.itemKey(step);
      return name.isPresent() && !leaf.get().isEmpty()
          ? new InventoryEntries(text, name.get(), leaf.get()).add(list, service, written)
          : Optional.empty();
    }
    return parents.get(0) instanceof YamlNode.Mapping mapping
        ? inMapping(mapping, service, leaf.get(), written)
        : Optional.empty();
  }

  private List<KeyPath.Hit> of(String service, KeyPath path) throws UnparsableException {
    return kind.find(path, text).stream()
        .filter(it -> it.names().service().equals(service))
        .toList();
  }

  private InventoryEntries.Insertion value(YamlNode.Scalar value, String version) {
    boolean bare = value.style() != YamlNode.Scalar.Style.QUOTED;
    String written = bare ? Quotes.ofScalar(kind, version) : version;
    boolean glued =
        bare
            && value.start() == value.end()
            && kind == KeyFile.YAML
            && text.content().charAt(value.start() - 1) == ':';
    return new InventoryEntries.Insertion(
        value.start(), value.end(), glued ? " " + written : written);
  }

  /** A leaf in an entry that is there, or an entry beside the others of a mapping. */
  private Optional<InventoryEntries.Insertion> inMapping(
      YamlNode.Mapping mapping, String service, String leaf, String written)
      throws UnparsableException {
    List<KeyPath.Hit> entries = of(service, key.first(key.serviceStep() + 1));
    if (!entries.isEmpty()) {
      return entries.size() == 1 && entries.get(0).value() instanceof YamlNode.Mapping entry
          ? pair(entry, leaf + ": " + written)
          : Optional.empty();
    }
    if (!key.isOnlyService(key.serviceStep())
        || !service.matches("[A-Za-z_][A-Za-z0-9_-]*")
        || mapping.pairs().isEmpty()) {
      return Optional.empty();
    }
    if (leaf.isEmpty()) {
      return pair(mapping, service + ": " + written);
    }
    YamlNode neighbour = mapping.pairs().get(mapping.pairs().size() - 1).value();
    if (!(neighbour instanceof YamlNode.Mapping entry) || entry.pairs().isEmpty()) {
      return Optional.empty();
    }
    String inner = leaf + ": " + written;
    return pair(
        mapping,
        service
            + ":"
            + (isFlow(entry) ? " { " + inner + " }" : lineBreak() + indent(entry) + inner));
  }

  /** A pair after the last one of a mapping in block style. */
  private Optional<InventoryEntries.Insertion> pair(YamlNode.Mapping mapping, String pair) {
    if (isFlow(mapping) || mapping.pairs().isEmpty()) {
      return Optional.empty();
    }
    YamlNode last = mapping.pairs().get(mapping.pairs().size() - 1).value();
    int end = InventoryEntries.end(mapping);
    int brace = isFlow(last) ? text.content().indexOf('}', end) : -1;
    int at = lineEnd(Math.max(end, brace));
    return Optional.of(
        new InventoryEntries.Insertion(at, at, lineBreak() + indent(mapping) + pair));
  }

  private boolean isFlow(YamlNode node) {
    return node.start() < text.content().length()
        && "{[".indexOf(text.content().charAt(node.start())) >= 0;
  }

  private String indent(YamlNode.Mapping mapping) {
    int start = mapping.pairs().get(0).key().start();
    return " ".repeat(start - (text.content().lastIndexOf('\n', start - 1) + 1));
  }

  /** Where the line of an offset ends, before its line break. */
  private int lineEnd(int offset) {
    int end = text.content().indexOf('\n', offset);
    int stop = end < 0 ? text.content().length() : end;
    return stop > offset && text.content().charAt(stop - 1) == '\r' ? stop - 1 : stop;
  }

  private String lineBreak() {
    return text.content().contains("\r\n") ? "\r\n" : "\n";
  }
}
