package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.NameTemplate;
import java.util.List;
import java.util.Optional;

/**
 * The entry of a service as one could add it to a file, for a path that holds {@code {service}}.
 *
 * @param parent the path of what it is added to; empty for the top of the file
 * @param text the entry on one line
 */
public record KeyEntry(String parent, String text) {

  /**
   * The entry in the syntax of a file.
   *
   * @param value what is to stand at the end of the path
   * @return empty where the path leaves open where an entry goes, or the kind of file has no form
   *     of one line for it
   */
  public static Optional<KeyEntry> of(KeyPath path, KeyFile kind, String service, String value) {
    int at = path.serviceStep();
    if (at < 0) {
      return Optional.empty();
    }
    if (!kind.isLeveled()) {
      String name = path.text().replace(NameTemplate.SERVICE, service);
      return kind == KeyFile.DOCKERFILE
          ? Optional.empty()
          : Optional.of(new KeyEntry("", name + "=" + value));
    }
    List<KeyPath.Step> steps = path.steps();
    boolean named = steps.stream().allMatch(KeyEntry::isNamed);
    if (!named || !(kind == KeyFile.YAML || kind == KeyFile.JSON || kind == KeyFile.TOML)) {
      return Optional.empty();
    }
    String inner = quoted(value);
    for (int i = steps.size() - 1; i > at; i--) {
      if (!(steps.get(i) instanceof KeyPath.Step.Name name)) {
        return Optional.empty();
      }
      String pair = pair(kind, name.name().toString(), inner);
      inner = i == at + 1 ? pair : "{ " + pair + " }";
    }
    String parent = at == 0 ? "" : path.first(at).text();
    String filled = service(steps.get(at), service);
    if (steps.get(at) instanceof KeyPath.Step.Item item) {
      String entry = "{ " + pair(kind, item.key(), name(kind, filled)) + ", " + inner + " }";
      return at == steps.size() - 1
          ? Optional.empty()
          : Optional.of(new KeyEntry(parent, (kind == KeyFile.YAML ? "- " : "") + entry));
    }
    boolean direct = at == steps.size() - 1;
    return Optional.of(
        new KeyEntry(parent, pair(kind, filled, direct ? inner : "{ " + inner + " }")));
  }

  private static boolean isNamed(KeyPath.Step step) {
    return step instanceof KeyPath.Step.Name || step instanceof KeyPath.Step.Item;
  }

  private static String service(KeyPath.Step step, String service) {
    NameTemplate template =
        step instanceof KeyPath.Step.Name name ? name.name() : ((KeyPath.Step.Item) step).value();
    return template.toString().replace(NameTemplate.SERVICE, service);
  }

  private static String name(KeyFile kind, String text) {
    return kind == KeyFile.YAML ? scalar(kind, text) : quoted(text);
  }

  private static String pair(KeyFile kind, String key, String value) {
    return scalar(kind, key) + (kind == KeyFile.TOML ? " = " : ": ") + value;
  }

  private static String scalar(KeyFile kind, String text) {
    boolean plain = kind != KeyFile.JSON && text.matches("[A-Za-z_][A-Za-z0-9_-]*");
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
