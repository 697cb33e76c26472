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
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the list of secrets, such as the defaults of an Ansible role, and the playbooks that set
 * the variables which hold their values.
 */
public final class ProvisioningReader {
  /** A name with a value, as modules take them on one line. */
  private static final Pattern ASSIGNED =
      Pattern.compile("(?:^|\\s)([A-Za-z_][A-Za-z0-9_]*)=(?=\\S)");

  private final RepositoryFiles files;
  private final Map<String, Provisioning.Secret> secrets = new LinkedHashMap<>();
  private final Map<String, Location> variables = new LinkedHashMap<>();
  private final Map<String, Location> empty = new LinkedHashMap<>();
  private final List<Location> computed = new ArrayList<>();
  private final Set<String> repositories = new TreeSet<>();
  private final String repository;
  private final List<Problem> problems = new ArrayList<>();

  private ProvisioningReader(RepositoryFiles files, String repository) {
    this.files = files;
    this.repository = repository;
  }

  /**
   * Reads both; a file that cannot be read is a problem of the answer.
   *
   * @param secretsFile the list, relative to the repository root; empty for none
   * @param repository the repository whose secrets count in it; empty for all
   * @param sourceFiles the playbooks
   */
  public static Provisioning read(
      RepositoryFiles files, String secretsFile, String repository, List<String> sourceFiles) {
    ProvisioningReader reader = new ProvisioningReader(files, repository);
    if (!secretsFile.isEmpty()) {
      reader.read(secretsFile, reader::lists);
    }
    sourceFiles.forEach(file -> reader.read(file, reader::sets));
    return new Provisioning(
        secretsFile,
        reader.secrets,
        repository,
        reader.repositories,
        sourceFiles,
        reader.variables,
        reader.empty,
        reader.computed,
        reader.problems);
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
    String whose = "";
    for (YamlNode.Pair pair : mapping.pairs()) {
      if ((pair.isNamed("repo") || pair.isNamed("repository"))
          && pair.value() instanceof YamlNode.Scalar name) {
        whose = name.text().strip();
      }
    }
    String repo = whose;
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.isNamed("secrets") && pair.value() instanceof YamlNode.Items list) {
        if (!repo.isEmpty()) {
          repositories.add(repo);
        }
        if (repository.isEmpty() || repo.isEmpty() || isSame(repo, repository)) {
          list.items().forEach(it -> secret(source, it, repo));
        }
      }
    }
  }

  /** The owner may be left out of either. */
  private static boolean isSame(String one, String other) {
    return one.equalsIgnoreCase(other)
        || ((one.indexOf('/') < 0 || other.indexOf('/') < 0)
            && last(one).equalsIgnoreCase(last(other)));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private void secret(SourceText source, YamlNode item, String repo) {
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
    Provisioning.Secret secret =
        new Provisioning.Secret(
            named.text(),
            named.location(source),
            holder,
            place,
            repo.isEmpty() ? Set.of() : Set.of(repo));
    secrets.merge(named.text().toUpperCase(Locale.ROOT), secret, ProvisioningReader::listedForBoth);
  }

  private static Provisioning.Secret listedForBoth(
      Provisioning.Secret first, Provisioning.Secret next) {
    Set<String> both = new TreeSet<>(first.repositories());
    both.addAll(next.repositories());
    boolean everywhere = first.repositories().isEmpty() || next.repositories().isEmpty();
    return new Provisioning.Secret(
        first.name(),
        first.location(),
        first.variable(),
        first.variableLocation(),
        everywhere ? Set.of() : both);
  }

  /**
   * Facts, {@code vars} and variable files set keys; {@code register} names what it sets, and so
   * does {@code vars_prompt}.
   */
  private void sets(SourceText source, YamlNode.Mapping mapping) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (!(pair.key() instanceof YamlNode.Scalar key)) {
        continue;
      }
      if (key.text().contains("{{")) {
        computed.add(key.location(source));
        continue;
      }
      asWords(source, key, pair.value());
      if (key.text().equals("vars_prompt") && pair.value() instanceof YamlNode.Items asked) {
        asked.items().forEach(it -> asked(source, it));
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

  /** {@code set_fact: key=value}, and {@code action: set_fact key=value}. */
  private void asWords(SourceText source, YamlNode.Scalar key, YamlNode value) {
    String name = key.text().substring(key.text().lastIndexOf('.') + 1);
    if (!(value instanceof YamlNode.Scalar words)) {
      return;
    }
    boolean action = name.equals("action") || name.equals("local_action");
    if (name.equals("set_fact") || (action && words.text().contains("set_fact"))) {
      Matcher assigned = ASSIGNED.matcher(words.text());
      while (assigned.find()) {
        variables.putIfAbsent(assigned.group(1), words.location(source));
      }
      if (words.text().matches("(.*\\s)?\\{\\{[^}]*}}\\s*=.*")) {
        computed.add(words.location(source));
      }
    }
  }

  private void asked(SourceText source, YamlNode item) {
    if (item instanceof YamlNode.Mapping prompt) {
      YamlNode.Pair name = MergeOrder.of(prompt).find("name");
      if (name != null && name.value() instanceof YamlNode.Scalar variable) {
        variables.putIfAbsent(variable.text(), variable.location(source));
      }
    }
  }
}
