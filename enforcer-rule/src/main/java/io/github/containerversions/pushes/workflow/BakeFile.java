package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What bake builds (Docker's manual, "Bake file reference"), of all its files together: the last
 * one that sets something counts.
 */
final class BakeFile {
  /** The name that docker/metadata-action gives to the target with its tags. */
  static final String METADATA = "docker-metadata-action";

  final Map<String, ShellWord> variables = new LinkedHashMap<>();
  final Map<String, Target> targets = new LinkedHashMap<>();
  final Map<String, List<ShellWord>> groups = new LinkedHashMap<>();

  /** A target; what it does not say comes from those that it inherits. */
  static final class Target {
    List<ShellWord> inherits = List.of();
    @Nullable List<ShellWord> tags;
    @Nullable List<ShellWord> outputs;
    ShellWord place;

    Target(ShellWord place) {
      this.place = place;
    }
  }

  /**
   * Reads a file in addition.
   *
   * @return whether it was understood
   */
  boolean read(SourceText source) {
    boolean hcl = source.file().endsWith(".hcl");
    boolean json = source.file().endsWith(".json");
    try {
      KeyFile kind = hcl ? KeyFile.HCL : json ? KeyFile.JSON : KeyFile.YAML;
      for (YamlNode root : kind.nodes(source)) {
        if (hcl || json) {
          bake(source, root, hcl);
        } else {
          compose(source, root);
        }
      }
      return true;
    } catch (UnparsableException e) {
      return false;
    }
  }

  /** The tags of docker/metadata-action, in the file that it makes. */
  void tagged(Piece.Expression file, ShellWord owner) {
    String step = file.body().substring(0, file.body().lastIndexOf('.'));
    Piece tags = new Piece.Expression(step + ".tags", file.start(), file.end(), file.given());
    ShellWord word = new ShellWord(List.of(tags), owner.start(), owner.end(), owner.positions());
    targets.computeIfAbsent(METADATA, it -> new Target(owner)).tags = List.of(word);
  }

  private void bake(SourceText source, YamlNode root, boolean hcl) {
    if (!(root instanceof YamlNode.Mapping all)) {
      return;
    }
    for (YamlNode.Pair block : all.pairs()) {
      String type = Nodes.name(block);
      for (YamlNode.Pair named : Nodes.pairs(block.value())) {
        String name = Nodes.name(named);
        if (type.equals("variable")) {
          Nodes.value(named.value(), "default")
              .ifPresentOrElse(
                  it -> variables.put(name, word(source, it, hcl)),
                  () -> variables.put(name, place(source, named.key()).after(0)));
        } else if (type.equals("group")) {
          groups.put(name, words(source, named.value(), "targets", hcl));
        } else if (type.equals("target")) {
          target(source, name, named, hcl);
        }
      }
      if (block.value() instanceof YamlNode.Scalar) {
        variables.put(type, word(source, block.value(), hcl));
      }
    }
  }

  private void target(SourceText source, String name, YamlNode.Pair named, boolean hcl) {
    Target target = targets.computeIfAbsent(name, it -> new Target(place(source, named.key())));
    if (Nodes.value(named.value(), "inherits").isPresent()) {
      target.inherits = words(source, named.value(), "inherits", hcl);
    }
    if (Nodes.value(named.value(), "tags").isPresent()) {
      target.tags = words(source, named.value(), "tags", hcl);
    }
    for (String key : List.of("output", "outputs")) {
      if (Nodes.value(named.value(), key).isPresent()) {
        target.outputs = words(source, named.value(), key, hcl);
      }
    }
  }

  private static ShellWord place(SourceText source, YamlNode node) {
    int start = node.start();
    int end = node instanceof YamlNode.Scalar it ? it.end() : start + 1;
    return new ShellWord(List.of(), start, end, source::span);
  }

  private static ShellWord word(SourceText source, YamlNode node, boolean hcl) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      Piece unknown = new Piece.Computed("", node.start(), node.start() + 1);
      return new ShellWord(List.of(unknown), node.start(), node.start() + 1, source::span);
    }
    if (!hcl) {
      return scalar.isNull()
          ? place(source, scalar)
          : BakeText.template(scalar.text(), 0, new ScalarPositions(source, scalar));
    }
    boolean quoted = scalar.start() > 0 && source.content().charAt(scalar.start() - 1) == '"';
    return quoted
        ? BakeText.template(
            source.content().substring(scalar.start(), scalar.end()), scalar.start(), source::span)
        : BakeText.expression(source, scalar.start(), scalar.end());
  }

  private static List<ShellWord> words(SourceText source, YamlNode node, String key, boolean hcl) {
    YamlNode value = Nodes.value(node, key).orElse(node);
    if (hcl && value instanceof YamlNode.Scalar list) {
      boolean quoted = list.start() > 0 && source.content().charAt(list.start() - 1) == '"';
      return quoted
          ? List.of(word(source, list, true))
          : BakeText.list(source, list.start(), list.end());
    }
    List<ShellWord> words = new ArrayList<>();
    Nodes.items(node, key).forEach(it -> words.add(word(source, it, false)));
    return words;
  }

  /** The services of a file of Compose that are built (Compose file reference, "build"). */
  private void compose(SourceText source, YamlNode root) {
    for (YamlNode.Pair service : Nodes.pairs(root, "services")) {
      if (Nodes.value(service.value(), "build").isEmpty()) {
        continue;
      }
      Target target =
          targets.computeIfAbsent(
              Nodes.name(service), it -> new Target(place(source, service.key())));
      List<ShellWord> tags = new ArrayList<>();
      Nodes.scalar(service.value(), "image").ifPresent(it -> tags.add(interpolated(source, it)));
      for (String from : List.of("build", "x-bake")) {
        Nodes.value(service.value(), "build", from.equals("build") ? "tags" : from)
            .map(it -> from.equals("build") ? it : Nodes.value(it, "tags").orElse(it))
            .filter(YamlNode.Items.class::isInstance)
            .map(it -> ((YamlNode.Items) it).items())
            .orElse(List.of())
            .forEach(
                it -> {
                  if (it instanceof YamlNode.Scalar scalar) {
                    tags.add(interpolated(source, scalar));
                  }
                });
      }
      target.tags = tags.isEmpty() ? target.tags : tags;
      groups
          .computeIfAbsent("default", it -> new ArrayList<>())
          .add(
              new ShellWord(
                  List.of(
                      new Piece.Text(
                          Nodes.name(service), service.key().start(), service.key().start() + 1)),
                  service.key().start(),
                  service.key().start() + 1,
                  source::span));
    }
  }

  /** Compose replaces variables as a shell does, and two dollar signs by one. */
  private static ShellWord interpolated(SourceText source, YamlNode.Scalar scalar) {
    return ShellReader.expanded(
        scalar.text().replace("$$", "\\$"), new ScalarPositions(source, scalar));
  }
}
