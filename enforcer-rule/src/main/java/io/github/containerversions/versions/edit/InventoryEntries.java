package io.github.containerversions.versions.edit;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds the version of a service to an inventory that has none for it. */
public final class InventoryEntries {
  private final String content;
  private final String nameKey;
  private final String versionKey;

  /**
   * The entries of a list.
   *
   * @param nameKey the key that has the name of a service in its entry
   * @param versionKey the key that has its version
   */
  InventoryEntries(SourceText text, String nameKey, String versionKey) {
    this.content = text.content();
    this.nameKey = nameKey;
    this.versionKey = versionKey;
  }

  /**
   * A change to an inventory.
   *
   * @param start the first character that goes, an offset
   * @param end the offset just after the last one
   * @param replacement what stands there instead
   */
  public record Insertion(int start, int end, String replacement) {}

  /**
   * How a service gets a version: its null becomes the version, a key that is missing is added to
   * its entry, an entry that is missing to the list, in the style of its neighbours.
   *
   * @return empty where the inventory has a form in which that cannot be done
   */
  public static Optional<Insertion> add(SourceText text, String service, String version) {
    try {
      YamlNode root = YamlDocument.read(text);
      InventoryEntries entries = new InventoryEntries(text, "name", "current-version");
      return root instanceof YamlNode.Mapping mapping
              && value(mapping, "services") instanceof YamlNode.Items list
          ? entries.add(list, service, version)
          : Optional.empty();
    } catch (BrokenYaml e) {
      return Optional.empty();
    }
  }

  Optional<Insertion> add(YamlNode.Items list, String service, String version) {
    String written = YamlText.needsQuotes(version) ? "\"" + version + "\"" : version;
    for (YamlNode item : list.items()) {
      if (item instanceof YamlNode.Mapping entry
          && value(entry, nameKey) instanceof YamlNode.Scalar name
          && name.text().equals(service)) {
        return inEntry(entry, name, written);
      }
    }
    return newEntry(list, service, written);
  }

  private Optional<Insertion> inEntry(
      YamlNode.Mapping entry, YamlNode.Scalar name, String written) {
    for (YamlNode.Pair pair : entry.pairs()) {
      if (pair.isNamed(versionKey) && pair.key() instanceof YamlNode.Scalar key) {
        return pair.value() instanceof YamlNode.Scalar value
            ? value(key, value, written)
            : Optional.empty();
      }
    }
    if (isFlow(entry)) {
      return Optional.of(
          new Insertion(afterQuote(name), afterQuote(name), ", " + versionKey + ": " + written));
    }
    int end = lineEnd(name.end());
    String indent = " ".repeat(column(keyStart(entry)));
    return Optional.of(new Insertion(end, end, lineBreak() + indent + versionKey + ": " + written));
  }

  private Optional<Insertion> value(YamlNode.Scalar key, YamlNode.Scalar value, String written) {
    if (value.end() > value.start()) {
      return Optional.of(new Insertion(value.start(), value.end(), written));
    }
    int colon = content.indexOf(':', key.end());
    if (value.style() == YamlNode.Scalar.Style.QUOTED) {
      String bare = written.replace("\"", "");
      return Optional.of(new Insertion(value.start(), value.end(), bare));
    }
    return Optional.of(new Insertion(colon + 1, colon + 1, " " + written));
  }

  private Optional<Insertion> newEntry(YamlNode.Items list, String service, String written) {
    if (list.items().isEmpty()) {
      return content.startsWith("[]", list.start())
          ? Optional.of(
              new Insertion(
                  list.start(),
                  list.start() + 2,
                  lineBreak()
                      + "  - "
                      + nameKey
                      + ": "
                      + service
                      + lineBreak()
                      + "    "
                      + versionKey
                      + ": "
                      + written))
          : Optional.empty();
    }
    YamlNode last = list.items().get(list.items().size() - 1);
    if (isFlow(list) || !(last instanceof YamlNode.Mapping neighbour)) {
      return Optional.empty();
    }
    int dash = content.lastIndexOf('-', last.start());
    String indent = " ".repeat(column(dash));
    int end = lineEnd(isFlow(last) ? closingBrace(last.start()) : end(neighbour));
    String entry;
    if (isFlow(last)) {
      entry = "- { " + nameKey + ": " + service + ", " + versionKey + ": " + written + " }";
    } else {
      String inner = " ".repeat(column(keyStart(neighbour)));
      entry = "- " + nameKey + ": " + service + lineBreak() + inner + versionKey + ": " + written;
    }
    String gap = hasBlankLines(list) ? lineBreak() : "";
    return Optional.of(new Insertion(end, end, lineBreak() + gap + indent + entry));
  }

  /** Whether the entries are set apart by empty lines. */
  private boolean hasBlankLines(YamlNode.Items list) {
    if (list.items().size() < 2) {
      return false;
    }
    int second = list.items().get(1).start();
    int line = content.lastIndexOf('\n', second);
    return line > 0 && content.substring(0, line).replace("\r", "").endsWith("\n");
  }

  static int end(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.end();
    }
    int end = node.start();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Pair pair : mapping.pairs()) {
        end = Math.max(end, Math.max(end(pair.key()), end(pair.value())));
      }
    } else if (node instanceof YamlNode.Items items) {
      for (YamlNode item : items.items()) {
        end = Math.max(end, end(item));
      }
    }
    return end;
  }

  private int closingBrace(int start) {
    int end = content.indexOf('}', start);
    return end < 0 ? start : end;
  }

  private boolean isFlow(YamlNode node) {
    return "{[".indexOf(content.charAt(node.start())) >= 0;
  }

  private static int keyStart(YamlNode.Mapping mapping) {
    return mapping.pairs().get(0).key().start();
  }

  private int afterQuote(YamlNode.Scalar scalar) {
    return scalar.end() + (scalar.style() == YamlNode.Scalar.Style.QUOTED ? 1 : 0);
  }

  /** Where the line of an offset ends, before its line break. */
  private int lineEnd(int offset) {
    int end = content.indexOf('\n', offset);
    int stop = end < 0 ? content.length() : end;
    return stop > offset && content.charAt(stop - 1) == '\r' ? stop - 1 : stop;
  }

  private int column(int offset) {
    return offset - (content.lastIndexOf('\n', offset - 1) + 1);
  }

  private String lineBreak() {
    return content.contains("\r\n") ? "\r\n" : "\n";
  }

  private static @Nullable YamlNode value(YamlNode.Mapping mapping, String key) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.isNamed(key)) {
        return pair.value();
      }
    }
    return null;
  }
}
