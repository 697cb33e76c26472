package io.github.containerversions;

import io.github.containerversions.check.StaleConfiguration;
import io.github.containerversions.check.versions.Evidence;
import io.github.containerversions.check.versions.Judge;
import io.github.containerversions.model.BuildFile;
import io.github.containerversions.model.CheckoutGap;
import io.github.containerversions.model.Container;
import io.github.containerversions.model.ContainerResult;
import io.github.containerversions.model.Exemption;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.model.Reading;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.Source;
import io.github.containerversions.model.Warning;
import io.github.containerversions.scope.GitScope;
import io.github.containerversions.scope.ScopeException;
import io.github.containerversions.scope.ScopeRequest;
import io.github.containerversions.scope.ScopedCheckout;
import io.github.containerversions.scope.Touched;
import io.github.containerversions.source.BuildFileSource;
import io.github.containerversions.source.ContainerFolders;
import io.github.containerversions.source.DiskFiles;
import io.github.containerversions.source.RepositoryFiles;
import io.github.containerversions.source.VersionSource;
import io.github.containerversions.source.dockerfile.DockerfileReader;
import io.github.containerversions.source.inventory.InventorySource;
import io.github.containerversions.source.nix.NixReader;
import io.github.containerversions.source.python.PythonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of the check, from settings to outcome: the containers on disk, what each source declares
 * of them, which of them are in scope, and what the rules find.
 */
public final class ContainerVersionSync {

  /** From so many containers on, reading them on several cores is worth starting threads for. */
  private static final int WORTH_THREADS = 64;

  private final Settings settings;
  private final Consumer<String> progress;
  private final Judge judge;

  /**
   * A run.
   *
   * @param settings what it depends on
   * @param progress told a line for whatever takes long
   */
  public ContainerVersionSync(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    this.judge = new Judge(settings.versionArg(), settings.exemptions(), settings.today());
  }

  /** The rules that an exemption can name. */
  public static List<RuleInfo> exemptibleRules() {
    return Judge.exemptibleRules();
  }

  /** Every rule that a finding can come from, in the order in which findings are told. */
  public static List<RuleInfo> rules() {
    return Judge.allRules();
  }

  /** What is told as a warning and fails nothing. */
  public static List<RuleInfo> notices() {
    return Judge.notices();
  }

  /**
   * Runs the check.
   *
   * @throws CannotCheckException where it cannot be carried out at all
   */
  public Outcome run() throws CannotCheckException {
    VersionQuestions questions = VersionQuestions.of(settings);
    ScopedCheckout checkout = checkout();
    List<Container> containers = containers(checkout.gaps());
    refuseWithoutInventory();

    RepositoryFiles files = new DiskFiles(settings.root());
    Map<Source, VersionSource> sources = sources(files);
    Touched touched = new Touched(checkout.scope(), settings.root());
    List<Evidence> evidence =
        questions.answer(
            stream(containers)
                .filter(
                    it -> !judge.isExempt(it) && touched.covers(it, () -> followed(it, sources)))
                .map(it -> evidence(it, sources))
                .toList(),
            progress);
    return new Outcome(checkout.scope(), results(containers, evidence), warnings(containers));
  }

  private List<ContainerResult> results(List<Container> containers, List<Evidence> evidence) {
    Map<String, Evidence> byName = new HashMap<>();
    evidence.forEach(it -> byName.put(it.container().name(), it));
    List<ContainerResult> results = new ArrayList<>();
    for (Container container : containers) {
      Evidence found = byName.get(container.name());
      if (found != null) {
        results.add(judge.judge(found));
      } else if (judge.isExempt(container)) {
        results.add(judge.exempt(container));
      } else {
        results.add(judge.outOfScope(container));
      }
    }
    return results;
  }

  private ScopedCheckout checkout() throws CannotCheckException {
    try {
      return new GitScope()
          .examine(
              new ScopeRequest(
                  settings.root(),
                  settings.scopeMode(),
                  settings.baseRef(),
                  settings.containersDirectory(),
                  settings.inventoryFile(),
                  settings.configurationFiles(),
                  settings.environment()));
    } catch (ScopeException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()));
    }
  }

  private List<Container> containers(List<CheckoutGap> gaps) throws CannotCheckException {
    String directory = settings.containersDirectory();
    refuseWhereContainersAreNotCheckedOut(directory, gaps);
    if (!Files.isDirectory(settings.root().resolve(directory))) {
      throw new CannotCheckException(
          "there is no folder "
              + directory
              + " in the repository root; set <containersDirectory> to the folder whose child"
              + " folders are the containers, or <repositoryRoot> to the folder it is in");
    }
    List<Container> containers;
    try {
      containers =
          new ContainerFolders(settings.root(), directory, settings.serviceNames(), gaps).list();
    } catch (IOException e) {
      throw new CannotCheckException(
          "the folder " + directory + " cannot be listed: " + e.getClass().getSimpleName());
    }
    if (containers.isEmpty()) {
      throw new CannotCheckException(
          "the folder "
              + directory
              + " holds no container; each child folder is one, but for those whose name starts"
              + " with a dot. Is <containersDirectory> right, and is the checkout complete?");
    }
    return containers;
  }

  /** The folder itself may be, or lie in, what git knows and did not put on disk. */
  private static void refuseWhereContainersAreNotCheckedOut(
      String directory, List<CheckoutGap> gaps) throws CannotCheckException {
    for (CheckoutGap gap : gaps) {
      if ((directory + "/").startsWith(gap.path() + "/")) {
        throw new CannotCheckException(
            gap.path() + " is not on disk: " + gap.explanation() + "; " + gap.remedy());
      }
    }
  }

  private void refuseWithoutInventory() throws CannotCheckException {
    if (!Files.exists(settings.root().resolve(settings.inventoryFile()))) {
      throw new CannotCheckException(
          "there is no inventory "
              + settings.inventoryFile()
              + " in the repository root; set <inventoryFile> to the file that lists the services,"
              + " or <repositoryRoot> to the folder it is in");
    }
  }

  private Map<Source, VersionSource> sources(RepositoryFiles files) {
    Map<Source, VersionSource> sources = new EnumMap<>(Source.class);
    sources.put(
        Source.DOCKERFILE,
        new BuildFileSource(
            BuildFile.DOCKERFILE, files, new DockerfileReader(settings.versionArg())));
    sources.put(
        Source.CONTAINER_PY,
        new BuildFileSource(BuildFile.CONTAINER_PY, files, new PythonReader()));
    sources.put(
        Source.NIX, new BuildFileSource(BuildFile.DEFAULT_NIX, files, new NixReader(files)));
    sources.put(Source.INVENTORY, InventorySource.read(files, settings.inventoryFile()));
    return sources;
  }

  /** The files that a container depends on beside its own: only a derivation can have any. */
  private static Set<String> followed(Container container, Map<Source, VersionSource> sources) {
    return Optional.ofNullable(sources.get(Source.NIX))
        .flatMap(nix -> nix.read(container))
        .map(Reading::followed)
        .orElse(Set.of());
  }

  private static Evidence evidence(Container container, Map<Source, VersionSource> sources) {
    Map<Source, Reading> readings = new EnumMap<>(Source.class);
    sources.forEach(
        (source, it) -> it.read(container).ifPresent(reading -> readings.put(source, reading)));
    return new Evidence(container, readings);
  }

  private static Stream<Container> stream(List<Container> containers) {
    return containers.size() < WORTH_THREADS ? containers.stream() : containers.parallelStream();
  }

  private List<Warning> warnings(List<Container> containers) {
    Set<String> known = containers.stream().map(Container::name).collect(Collectors.toSet());
    Map<String, Collection<String>> named = new LinkedHashMap<>();
    named.put("exemptions", settings.exemptions().stream().map(Exemption::subject).toList());
    named.put("serviceNames", settings.serviceNames().keySet());
    named.put("nixPackages", settings.nixPackages().keySet());
    List<Warning> warnings = new ArrayList<>();
    named.forEach(
        (parameter, names) ->
            warnings.addAll(StaleConfiguration.warnings(parameter, names, "container", known)));
    return warnings;
  }
}
