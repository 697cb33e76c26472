package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The combinations of a matrix (GitHub Docs, "Running variations of jobs in a workflow"), as far as
 * they stand in the file: what only a run can know is left out.
 */
final class Matrix {

  /**
   * The largest number of combinations; if there are more, only values in names of images count.
   */
  private static final int MAX = 16;

  private static final int MAX_PRODUCT = 400;
  private static final int MAX_DEPTH = 4;

  private final Nodes nodes;

  private Matrix(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * What a job is given by its matrix, by the whole names of expressions, once for each of its runs
   * that differ in what the workflow asks for.
   */
  static List<Map<String, ShellWord>> of(YamlNode job, Nodes nodes) {
    List<YamlNode.Pair> keys = Nodes.pairs(job, "strategy", "matrix");
    List<Map<String, ShellWord>> all = new ArrayList<>();
    Matrix matrix = new Matrix(nodes);
    for (Map<String, Optional<YamlNode>> combination : matrix.combinations(job, keys)) {
      Map<String, ShellWord> values = new LinkedHashMap<>();
      combination.forEach(
          (key, value) -> value.ifPresent(it -> matrix.put(Given.MATRIX + key, it, 0, values)));
      all.add(values);
    }
    String text = nodes.source().content();
    List<Map<String, ShellWord>> asked = different(all, it -> text.contains(it.getKey()));
    if (asked.size() > MAX) {
      asked = different(asked, it -> isOfImage(it.getKey(), it.getValue()));
    }
    return asked.isEmpty() || asked.size() > MAX ? List.of(Map.of()) : asked;
  }

  /** The combinations as far as some of their values go, each once. */
  private static List<Map<String, ShellWord>> different(
      List<Map<String, ShellWord>> all, Predicate<Map.Entry<String, ShellWord>> kept) {
    Map<Map<String, String>, Map<String, ShellWord>> different = new LinkedHashMap<>();
    for (Map<String, ShellWord> values : all) {
      Map<String, String> texts = new LinkedHashMap<>();
      Map<String, ShellWord> some = new LinkedHashMap<>();
      for (Map.Entry<String, ShellWord> value : values.entrySet()) {
        if (kept.test(value)) {
          some.put(value.getKey(), value.getValue());
          texts.put(value.getKey(), value.getValue().text().orElse(""));
        }
      }
      different.putIfAbsent(texts, some);
    }
    return List.copyOf(different.values());
  }

  private static boolean isOfImage(String name, ShellWord value) {
    String text = value.text().orElse("");
    return (text.chars().anyMatch(Character::isLetter)
            && text.chars().anyMatch(it -> it == '.' || it == '/'))
        || name.matches("(?i).*(regist|image|repo).*");
  }

  /** The values that are text; an expression may have any value. */
  private void put(String name, YamlNode value, int depth, Map<String, ShellWord> into) {
    if (value instanceof YamlNode.Scalar scalar) {
      ShellWord word = nodes.word(scalar);
      if (word.text().isPresent()) {
        into.put(name, word);
      }
    } else if (value instanceof YamlNode.Mapping && depth < MAX_DEPTH) {
      Nodes.pairs(value)
          .forEach(it -> put(name + "." + Nodes.name(it), it.value(), depth + 1, into));
    }
  }

  /** All combinations; none where a run alone can tell which there are. */
  private List<Map<String, Optional<YamlNode>>> combinations(
      YamlNode job, List<YamlNode.Pair> keys) {
    List<Map<String, Optional<YamlNode>>> all = new ArrayList<>(List.of(Map.of()));
    boolean any = false;
    for (YamlNode.Pair key : keys) {
      String name = Nodes.name(key);
      if (name.equals("include") || name.equals("exclude")) {
        if (!(key.value() instanceof YamlNode.Items)) {
          return List.of();
        }
        continue;
      }
      List<Optional<YamlNode>> values =
          key.value() instanceof YamlNode.Items items
              ? items.items().stream().map(Optional::of).toList()
              : List.of(Optional.empty());
      if (values.isEmpty() || all.size() * values.size() > MAX_PRODUCT) {
        return List.of();
      }
      List<Map<String, Optional<YamlNode>>> longer = new ArrayList<>();
      for (Map<String, Optional<YamlNode>> combination : all) {
        for (Optional<YamlNode> value : values) {
          Map<String, Optional<YamlNode>> whole = new LinkedHashMap<>(combination);
          whole.put(name, value);
          longer.add(whole);
        }
      }
      all = longer;
      any = true;
    }
    boolean known = all.stream().flatMap(it -> it.values().stream()).allMatch(Optional::isPresent);
    List<YamlNode> excluded = Nodes.items(job, "strategy", "matrix", "exclude");
    List<YamlNode> included = Nodes.items(job, "strategy", "matrix", "include");
    if (!known && !(excluded.isEmpty() && included.isEmpty())) {
      return List.of();
    }
    all.removeIf(it -> excluded.stream().anyMatch(one -> isLike(it, one)));
    return included(any ? all : new ArrayList<>(), included);
  }

  /** Whether a combination has all values that an entry names and it can have. */
  private static boolean isLike(Map<String, Optional<YamlNode>> combination, YamlNode entry) {
    List<YamlNode.Pair> pairs = Nodes.pairs(entry);
    return !pairs.isEmpty()
        && pairs.stream()
            .allMatch(
                it ->
                    isSame(combination.getOrDefault(Nodes.name(it), Optional.empty()), it.value()));
  }

  private static boolean isSame(Optional<YamlNode> value, YamlNode other) {
    return value.isPresent()
        && value.get() instanceof YamlNode.Scalar one
        && other instanceof YamlNode.Scalar two
        && one.text().equals(two.text());
  }

  /** An entry is added to the combinations whose own values it leaves alone, or is one itself. */
  private static List<Map<String, Optional<YamlNode>>> included(
      List<Map<String, Optional<YamlNode>>> own, List<YamlNode> entries) {
    List<Map<String, Optional<YamlNode>>> all = new ArrayList<>();
    own.forEach(it -> all.add(new LinkedHashMap<>(it)));
    for (YamlNode entry : entries) {
      List<YamlNode.Pair> pairs = Nodes.pairs(entry);
      boolean added = false;
      for (int at = 0; at < own.size(); at++) {
        Map<String, Optional<YamlNode>> values = own.get(at);
        boolean leaves =
            pairs.stream()
                .filter(it -> values.containsKey(Nodes.name(it)))
                .allMatch(
                    it ->
                        isSame(values.getOrDefault(Nodes.name(it), Optional.empty()), it.value()));
        if (leaves) {
          Map<String, Optional<YamlNode>> to = all.get(at);
          pairs.forEach(it -> to.put(Nodes.name(it), Optional.of(it.value())));
          added = true;
        }
      }
      if (!added && all.size() < MAX_PRODUCT) {
        Map<String, Optional<YamlNode>> alone = new LinkedHashMap<>();
        pairs.forEach(it -> alone.put(Nodes.name(it), Optional.of(it.value())));
        all.add(alone);
      }
    }
    return all;
  }
}
