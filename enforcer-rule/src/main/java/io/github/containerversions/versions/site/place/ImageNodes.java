package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds an image in the nodes of a YAML file: in its scalars, and as name and tag of a mapping. */
final class ImageNodes {
  /** In Kustomize, the name that an image gets counts and not the one that it had. */
  private static final List<String> NAMES = List.of("newName", "repository", "image", "name");

  private static final List<String> TAGS = List.of("newTag", "tag", "version");

  private static final Pattern DEFAULT =
      Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?-([^${}]*)\\}");

  private final ImageSearch search;
  private final SourceText text;
  private final Consumer<Statement> found;
  private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  ImageNodes(ImageSearch search, SourceText text, Consumer<Statement> found) {
    this.search = search;
    this.text = text;
    this.found = found;
  }

  void visit(YamlNode node) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof YamlNode.Scalar scalar) {
      search.inText(text, scalar.start(), scalar.end(), found);
    } else if (node instanceof YamlNode.Items list) {
      list.items().forEach(this::visit);
    } else if (node instanceof YamlNode.Mapping mapping) {
      named(mapping);
      for (YamlNode.Pair pair : mapping.pairs()) {
        visit(pair.key());
        visit(pair.value());
      }
    }
  }

  private void named(YamlNode.Mapping mapping) {
    MergeOrder order = MergeOrder.of(mapping);
    YamlNode.Scalar name = first(order, NAMES);
    if (name == null) {
      return;
    }
    Optional<Names> names = names(name.text(), scalar(order, "registry"));
    if (names.isEmpty()) {
      return;
    }
    YamlNode.Scalar tag = first(order, TAGS);
    if (tag != null) {
      tag(names.get(), tag);
    } else if (scalar(order, "digest") != null) {
      YamlNode.Scalar at = name;
      found.accept(
          new Statement.NoVersion(
              names.get(), text, at.start(), at.end(), "it has a digest and no tag"));
    }
  }

  private Optional<Names> names(String name, YamlNode.@Nullable Scalar registry) {
    if (registry != null && !registry.text().isEmpty()) {
      String host = registry.text();
      String full = (host.endsWith("/") ? host : host + "/") + name;
      Optional<Names> withHost = search.namesIn(full);
      if (withHost.isPresent()) {
        return withHost;
      }
    }
    return search.namesIn(name);
  }

  private void tag(Names names, YamlNode.Scalar tag) {
    Matcher expansion = DEFAULT.matcher(text.content()).region(tag.start(), tag.end());
    String value = tag.text();
    if (tag.isNull() || value.isBlank()) {
      found.accept(
          new Statement.NoVersion(names, text, tag.start(), tag.end(), "its tag is empty"));
    } else if (expansion.matches()) {
      found.accept(
          new Statement.Tag(names, text, expansion.start(1), expansion.end(1), expansion.group(1)));
    } else if (value.contains("$") || value.contains("{{")) {
      found.accept(
          new Statement.NoVersion(names, text, tag.start(), tag.end(), "its tag is computed"));
    } else {
      found.accept(new Statement.Tag(names, text, tag.start(), tag.end(), value));
    }
  }

  private static YamlNode.@Nullable Scalar first(MergeOrder order, List<String> keys) {
    for (String key : keys) {
      YamlNode.Scalar scalar = scalar(order, key);
      if (scalar != null) {
        return scalar;
      }
    }
    return null;
  }

  private static YamlNode.@Nullable Scalar scalar(MergeOrder order, String key) {
    YamlNode.Pair pair = order.find(key);
    return pair != null && pair.value() instanceof YamlNode.Scalar scalar ? scalar : null;
  }
}
