package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the steps of one job, or of one composite action.
 *
 * @param files where actions of the repository are found
 * @param nodes the file that the steps are in
 * @param shell the shell of steps that name none; empty for the runner's own
 * @param inputs the inputs of the composite action; empty in a workflow
 * @param env the variables of the step that uses the action; empty in a workflow
 * @param composite whether these are the steps of an action
 * @param notes told of what is not followed
 */
record StepReader(
    RepositoryFiles files,
    Nodes nodes,
    String shell,
    Map<String, ShellWord> inputs,
    Map<String, ShellWord> env,
    boolean composite,
    List<Note> notes) {

  private static final Set<String> POSIX = Set.of("", "sh", "bash", "dash", "ash", "ksh", "zsh");

  StepReader(RepositoryFiles files, Nodes nodes, String shell, List<Note> notes) {
    this(files, nodes, shell, Map.of(), Map.of(), false, notes);
  }

  /** Adds what a step comes to. */
  void read(YamlNode step, List<Step> steps) {
    Map<String, ShellWord> all = merged(env, nodes.words(step, "env"));
    Nodes.scalar(step, "run").ifPresent(run -> steps.add(run(step, run, all)));
    Nodes.scalar(step, "uses").ifPresent(uses -> use(step, uses, all, steps));
  }

  private Step run(YamlNode step, YamlNode.Scalar run, Map<String, ShellWord> all) {
    Location place = run.location(nodes.source());
    String own = Nodes.text(step, "shell");
    String named = own.isEmpty() ? shell : own;
    if (!isPosix(named)) {
      notes.add(new Note(place, "the script is for another shell than a POSIX one: not followed"));
      return new Step.Run(all, inputs, new Script(List.of(), true), place);
    }
    Script script = ShellReader.read(run.text(), new ScalarPositions(nodes.source(), run));
    if (!script.complete()) {
      notes.add(
          new Note(
              place,
              "a quote, a substitution or a here-document of the script does not end: what follows"
                  + " it may be misunderstood"));
    }
    return new Step.Run(all, inputs, script, place);
  }

  private static boolean isPosix(String shell) {
    String program = shell.strip();
    int space = program.indexOf(' ');
    program = space < 0 ? program : program.substring(0, space);
    return POSIX.contains(program.substring(program.lastIndexOf('/') + 1));
  }

  private void use(
      YamlNode step, YamlNode.Scalar uses, Map<String, ShellWord> all, List<Step> steps) {
    Location place = uses.location(nodes.source());
    String action = uses.text().strip();
    Map<String, ShellWord> with = nodes.words(step, "with");
    if (action.startsWith("./")) {
      if (!follow(action.substring(2), all, with, steps)) {
        notes.add(new Note(place, "this action of the repository is not followed"));
      }
      return;
    }
    int version = action.indexOf('@');
    String bare = version < 0 ? action : action.substring(0, version);
    // A forge other than GitHub names actions by their address.
    int host = bare.indexOf("://");
    String name = host < 0 ? bare : bare.substring(bare.indexOf('/', host + 3) + 1);
    steps.add(new Step.Use(all, inputs, name, with, place));
  }

  /** Reads a composite action in its place; false where it is none, or one within another. */
  private boolean follow(
      String folder, Map<String, ShellWord> all, Map<String, ShellWord> with, List<Step> steps) {
    if (composite) {
      return false;
    }
    for (String name : List.of("action.yml", "action.yaml")) {
      String file = (folder.endsWith("/") ? folder : folder + "/") + name;
      if (files.read(file, RepositoryFiles.BUILD_FILE_LIMIT) instanceof FileContent.Text text) {
        try {
          YamlNode root = YamlDocument.read(text.text());
          Nodes action = new Nodes(text.text());
          StepReader reader =
              new StepReader(files, action, "", inputs(action, root, with), all, true, notes);
          Nodes.items(root, "runs", "steps").forEach(it -> reader.read(it, steps));
          return Nodes.text(root, "runs", "using").equals("composite");
        } catch (BrokenYaml e) {
          notes.add(new Note(e.problem().location(), e.problem().message()));
          return false;
        }
      }
    }
    return false;
  }

  private static Map<String, ShellWord> inputs(
      Nodes action, YamlNode root, Map<String, ShellWord> with) {
    Map<String, ShellWord> inputs = new LinkedHashMap<>();
    for (YamlNode.Pair input : Nodes.pairs(root, "inputs")) {
      Nodes.scalar(input.value(), "default")
          .ifPresent(it -> inputs.put(Nodes.name(input), action.word(it)));
    }
    return merged(inputs, with);
  }

  private static Map<String, ShellWord> merged(
      Map<String, ShellWord> outer, Map<String, ShellWord> inner) {
    if (outer.isEmpty()) {
      return inner;
    }
    Map<String, ShellWord> all = new LinkedHashMap<>(outer);
    all.putAll(inner);
    return Collections.unmodifiableMap(all);
  }
}
