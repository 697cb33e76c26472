package io.github.containerversions.pushes.secrets;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.workflow.Provisioning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the list of secrets, such as the defaults of an Ansible role, and the playbooks that set
 * the variables which hold their values.
 */
public final class ProvisioningReader {
  private final RepositoryFiles files;
  private final Map<String, Provisioning.Secret> secrets = new LinkedHashMap<>();
  private final Map<String, Location> variables = new LinkedHashMap<>();
  private final Map<String, Location> empty = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ProvisioningReader(RepositoryFiles files) {
    this.files = files;
  }

  /**
   * Reads both; a file that cannot be read is a problem of the answer.
   *
   * @param secretsFile the list, relative to the repository root; empty for none
   * @param sourceFiles the playbooks
   */
  public static Provisioning read(
      RepositoryFiles files, String secretsFile, List<String> sourceFiles) {
    ProvisioningReader reader = new ProvisioningReader(files);
    if (!secretsFile.isEmpty()) {
      reader.read(secretsFile, reader::lists);
    }
    sourceFiles.forEach(file -> reader.read(file, reader::sets));
    return new Provisioning(
        secretsFile, reader.secrets, sourceFiles, reader.variables, reader.empty, reader.problems);
  }

  /** Something that looks at every mapping of a document. */
  private interface Look {
    void at(SourceText source, YamlNode.Mapping mapping);
  }

  private void read(String file, Look look) {
    FileContent content = files.read(file, RepositoryFiles.INVENTORY_LIMIT);
    if (content instanceof FileContent.Text text) {
      try {
        eachMapping(YamlDocument.read(text.text()), it -> look.at(text.text(), it));
      } catch (BrokenYaml e) {
        problems.add(e.problem());
      }
    } else {
      problems.add(
          content instanceof FileContent.Unreadable unreadable
              ? unreadable.problem()
              : Problem.of(
                  Problem.Kind.UNREADABLE,
                  "there is no such file",
                  "correct its name in the configuration",
                  new FileLocation(file)));
    }
  }

  /** Each mapping once, though aliases may lead to it many times; without recursion. */
  private static void eachMapping(YamlNode root, Consumer<YamlNode.Mapping> look) {
    Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<YamlNode> next = new ArrayDeque<>(List.of(root));
    while (!next.isEmpty()) {
      YamlNode node = next.pop();
      if (node instanceof YamlNode.Scalar || !seen.add(node)) {
        continue;
      }
      if (node instanceof YamlNode.Items list) {
        list.items().forEach(next::add);
      } else if (node instanceof YamlNode.Mapping mapping) {
        look.accept(mapping);
        mapping.pairs().forEach(pair -> next.add(pair.value()));
      }
    }
  }

  private void lists(SourceText source, YamlNode.Mapping mapping) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.isNamed("secrets") && pair.value() instanceof YamlNode.Items list) {
        list.items().forEach(it -> secret(source, it));
      }
    }
  }

  private void secret(SourceText source, YamlNode item) {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      return;
    }
    MergeOrder keys = MergeOrder.of(mapping);
    YamlNode.Pair name = keys.find("name");
    YamlNode.Pair variable = keys.find("value_var");
    if (name == null || !(name.value() instanceof YamlNode.Scalar named) || named.isNull()) {
      return;
    }
    String holder = "";
    Location place = named.location(source);
    if (variable != null && variable.value() instanceof YamlNode.Scalar it && !it.isNull()) {
      holder = it.text().strip();
      place = it.location(source);
    }
    secrets.putIfAbsent(
        named.text().toUpperCase(Locale.ROOT),
        new Provisioning.Secret(named.text(), named.location(source), holder, place));
  }

  /** Facts, {@code vars} and variable files set keys; {@code register} names what it sets. */
  private void sets(SourceText source, YamlNode.Mapping mapping) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (!(pair.key() instanceof YamlNode.Scalar key)) {
        continue;
      }
      boolean nothing =
          pair.value() instanceof YamlNode.Scalar value
              && (value.isNull() || value.text().isBlank());
      (nothing ? empty : variables).putIfAbsent(key.text(), key.location(source));
      if (key.text().equals("register") && pair.value() instanceof YamlNode.Scalar value) {
        variables.putIfAbsent(value.text(), value.location(source));
      }
    }
  }
}
