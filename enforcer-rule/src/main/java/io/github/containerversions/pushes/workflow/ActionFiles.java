package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The composite actions of the repository. Each is read once in a run, however often it is used,
 * and so is each of its scripts.
 */
final class ActionFiles {
  private final RepositoryFiles files;
  private final ScriptFollower follower;
  private final Map<String, Optional<Action>> read = new HashMap<>();
  private final IdentityHashMap<YamlNode, Script> plain = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Script> scripts = new IdentityHashMap<>();

  ActionFiles(RepositoryFiles files) {
    this.files = files;
    this.follower = new ScriptFollower(files);
  }

  /** The metadata file of an action. */
  record Action(SourceText source, YamlNode root, Nodes nodes) {
    boolean isComposite() {
      return Nodes.text(root, "runs", "using").equals("composite");
    }
  }

  /**
   * The action in a folder; empty where there is none that can be read.
   *
   * @param folder its path, relative to the repository root
   * @param notes receives why a file cannot be read, once
   */
  Optional<Action> in(String folder, Consumer<Note> notes) {
    String key = folder.endsWith("/") ? folder : folder + "/";
    Optional<Action> known = read.get(key);
    if (known == null) {
      known = load(key, notes);
      read.put(key, known);
    }
    return known;
  }

  /** The builds of docker/bake-action; none where its files or targets are not known. */
  Optional<Script> builds(Map<String, ShellWord> with) {
    String source = with.containsKey("source") ? Launch.path(with.get("source")) : ".";
    ShellWord workdir = with.get("workdir");
    Optional<String> folder = workdir == null ? Optional.of(source) : workdir.text();
    List<String> targets = new ArrayList<>();
    for (ShellWord target : Lines.list(with.get("targets"))) {
      if (target.text().isEmpty()) {
        return Optional.empty();
      }
      targets.add(target.lead());
    }
    BakeCall call =
        new BakeCall(
            false,
            Lines.list(with.get("files")),
            targets,
            Lines.list(with.get("set")),
            List.of(),
            false);
    boolean local = source.equals(".") || source.startsWith("./");
    return folder.filter(it -> local).flatMap(it -> follower.builds(call, it));
  }

  private Optional<Action> load(String folder, Consumer<Note> notes) {
    for (String name : List.of("action.yml", "action.yaml")) {
      if (files.read(folder + name, RepositoryFiles.BUILD_FILE_LIMIT)
          instanceof FileContent.Text text) {
        try {
          SourceText source = text.text();
          return Optional.of(new Action(source, YamlDocument.read(source), new Nodes(source)));
        } catch (BrokenYaml e) {
          notes.accept(new Note(e.problem().location(), e.problem().message()));
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A script with what it runs of the repository.
   *
   * @param folder the working directory of its step, relative to the repository root
   * @param own the folder of the action that it is in; empty for a workflow
   * @param inputs what the action or the workflow is given
   */
  Script script(
      SourceText source,
      YamlNode.Scalar run,
      String folder,
      String own,
      Map<String, ShellWord> inputs) {
    Script read =
        read(run, it -> ShellReader.read(it.text(), new ScalarPositions(source, it)), plain);
    List<Command> commands = Launch.given(read.commands(), inputs);
    // What it runs depends on what it is given only where the names of files or targets do.
    return commands.equals(read.commands())
        ? read(run, it -> follower.follow(read, folder, own), scripts)
        : follower.follow(new Script(commands, read.complete()), folder, own);
  }

  private static Script read(
      YamlNode.Scalar run,
      Function<YamlNode.Scalar, Script> reader,
      IdentityHashMap<YamlNode, Script> known) {
    Script script = known.get(run);
    if (script == null) {
      script = reader.apply(run);
      known.put(run, script);
    }
    return script;
  }
}
