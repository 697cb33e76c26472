package io.github.containerversions.pushes;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.file.FailureReason;
import io.github.containerversions.core.file.ListedFolder;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.StaleConfiguration;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.pushes.rules.PushRules;
import io.github.containerversions.pushes.secrets.ProvisioningReader;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Provisioning;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.pushes.workflow.WorkflowReader;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One run of the check of pushes, from settings to result. It always checks every workflow. */
public final class RegistryPushAuth {
  private static final List<String> USUAL_DIRECTORIES =
      List.of(".forgejo/workflows", ".gitea/workflows", ".github/workflows");

  private final PushSettings settings;

  public RegistryPushAuth(PushSettings settings) {
    this.settings = settings;
  }

  /** The rules that an exemption can name. */
  public static List<RuleInfo> exemptibleRules() {
    return PushRules.exemptibleRules();
  }

  /** Every rule that a finding can come from, in the order in which findings are told. */
  public static List<RuleInfo> rules() {
    return PushRules.allRules();
  }

  /** What is told as a warning and fails nothing. */
  public static List<RuleInfo> notices() {
    return PushRules.notices();
  }

  /**
   * Runs the check.
   *
   * @throws CannotCheckException where it cannot be carried out at all
   */
  public PushResult run() throws CannotCheckException {
    Map<String, String> workflows = names(workflowFiles());
    refuseWithout("secretsFile", settings.secretsFile());
    for (String file : settings.provisioningFiles()) {
      refuseWithout("provisioningFiles", file);
    }
    RepositoryFiles files = new DiskFiles(settings.root());
    Provisioning provisioning =
        ProvisioningReader.read(
            files,
            settings.secretsFile(),
            settings.secretsRepository(),
            settings.provisioningFiles());
    List<Exemption> exemptions = exemptions(workflows);
    PushRules judge =
        new PushRules(
            settings.registries(),
            settings.openRegistries(),
            settings.immutableTags(),
            provisioning,
            new Exemptions(exemptions, settings.today()));
    WorkflowReader reader = new WorkflowReader(files, workflows.keySet());
    Set<Note> notes = new LinkedHashSet<>();
    List<WorkflowResult> results = new ArrayList<>();
    workflows.forEach(
        (file, name) -> {
          List<Note> noticed = new ArrayList<>();
          results.add(judge.judge(name, reader.read(file), noticed));
          notes.addAll(noticed);
        });
    List<Warning> warnings = new ArrayList<>(warnings(exemptions, workflows));
    boolean allJudged =
        results.stream().noneMatch(WorkflowResult::exempt)
            && notes.stream().noneMatch(Note::mayPush);
    if (allJudged) {
      warnings.addAll(
          StaleConfiguration.warnings(
              "registries", judge.unused(), "registry that a workflow pushes to", Set.of()));
    }
    return new PushResult(results, warnings, List.copyOf(notes));
  }

  /** The files of all workflows, sorted, relative to the root. */
  private Set<String> workflowFiles() throws CannotCheckException {
    boolean configured = !settings.workflowDirectories().isEmpty();
    List<String> directories = configured ? settings.workflowDirectories() : USUAL_DIRECTORIES;
    Set<String> files = new TreeSet<>();
    boolean any = false;
    for (String directory : directories) {
      Path folder = settings.root().resolve(directory);
      if (Files.isDirectory(folder)) {
        any = true;
        list(directory, folder, files);
      } else if (configured) {
        throw new CannotCheckException(
            "there is no folder "
                + directory
                + " in the repository root; correct"
                + " <workflowDirectories>");
      }
    }
    if (files.isEmpty()) {
      String all = String.join(", ", directories);
      throw new CannotCheckException(
          (any ? "there is no workflow in " : "there is none of the folders ")
              + all
              + "; set <workflowDirectories> to the folders that hold the workflows, or"
              + " <repositoryRoot> to the folder they are in");
    }
    return files;
  }

  private void list(String directory, Path folder, Set<String> files) throws CannotCheckException {
    try (Stream<Path> entries = Files.list(ListedFolder.inside(settings.root(), folder))) {
      entries
          .map(it -> String.valueOf(it.getFileName()))
          .filter(it -> it.endsWith(".yml") || it.endsWith(".yaml"))
          .forEach(it -> files.add(directory + "/" + it));
    } catch (IOException e) {
      throw new CannotCheckException(
          "the folder " + directory + " cannot be listed: " + FailureReason.of(e));
    }
  }

  private void refuseWithout(String parameter, String file) throws CannotCheckException {
    if (!file.isEmpty() && !Files.exists(settings.root().resolve(file))) {
      throw new CannotCheckException(
          "there is no file " + file + " in the repository root; correct <" + parameter + ">");
    }
  }

  /** What each file is called: its name, or its path where several have that name. */
  private static Map<String, String> names(Set<String> files) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String file : files) {
      long same = files.stream().filter(it -> name(it).equals(name(file))).count();
      names.put(file, same == 1 ? name(file) : file);
    }
    return names;
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** The exemptions by the names of workflows, also where they are given by paths. */
  private List<Exemption> exemptions(Map<String, String> workflows) {
    return settings.exemptions().stream()
        .map(
            it ->
                new Exemption(
                    workflows.getOrDefault(it.subject(), it.subject()),
                    it.reason(),
                    it.rule(),
                    it.until()))
        .toList();
  }

  private static List<Warning> warnings(List<Exemption> exemptions, Map<String, String> workflows) {
    return StaleConfiguration.ofExemptions(exemptions, "workflow", Set.copyOf(workflows.values()));
  }
}
