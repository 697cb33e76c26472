package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The workflows of a repository, each read once, and what those are given that other workflows call
 * (GitHub Docs, "Reuse workflows").
 */
final class WorkflowCalls {
  /** GitHub's own limit of workflows that call each other. */
  private static final int MAX_DEPTH = 10;

  /** So many ways in which one workflow is called are read. */
  private static final int MAX_CALLS = 50;

  /** So many calls are looked at for one workflow, those of its callers included. */
  private static final int MAX_VISITS = 1_000;

  private final RepositoryFiles files;
  private final Set<String> workflows;
  private final Map<String, Parsed> parsed = new HashMap<>();
  private final Map<String, List<Call>> calls = new HashMap<>();
  private int visits;

  /** What stands in a file: a workflow, or why it is not one. */
  record Parsed(SourceText source, YamlNode root, Nodes nodes, List<Problem> problems) {}

  /** A job that calls a workflow. */
  private record Call(String caller, YamlNode job, YamlNode.Scalar uses) {}

  /**
   * One way in which a workflow comes to run.
   *
   * @param given what it is given; empty where it runs by itself
   * @param calls the jobs that call it, the nearest first; empty where it runs by itself
   * @param ofMatrix whether it is one of several runs of the job that calls it
   */
  record Context(Map<String, ShellWord> given, List<Location> calls, boolean ofMatrix) {
    static final Context ITSELF = new Context(Map.of(), List.of(), false);

    /** The same for one run of a matrix. */
    Context with(Map<String, ShellWord> run) {
      Map<String, ShellWord> all = new LinkedHashMap<>(given);
      all.putAll(run);
      return run.isEmpty() ? this : new Context(all, calls, true);
    }
  }

  WorkflowCalls(RepositoryFiles files, Collection<String> workflows) {
    this.files = files;
    this.workflows = Set.copyOf(workflows);
    workflows.stream().sorted().forEach(this::find);
  }

  private void find(String file) {
    Parsed workflow = parse(file);
    for (YamlNode.Pair job : Nodes.pairs(workflow.root(), "jobs")) {
      Nodes.scalar(job.value(), "uses")
          .filter(it -> it.text().strip().startsWith("./"))
          .ifPresent(
              it ->
                  calls
                      .computeIfAbsent(it.text().strip().substring(2), any -> new ArrayList<>())
                      .add(new Call(file, job.value(), it)));
    }
  }

  Parsed parse(String file) {
    Parsed known = parsed.get(file);
    if (known == null) {
      known = load(file);
      parsed.put(file, known);
    }
    return known;
  }

  private Parsed load(String file) {
    FileContent content = files.read(file, RepositoryFiles.BUILD_FILE_LIMIT);
    SourceText source = SourceText.of(file, "");
    Problem problem;
    if (content instanceof FileContent.Text text) {
      try {
        YamlNode root = YamlDocument.read(text.text());
        return new Parsed(text.text(), root, new Nodes(text.text()), List.of());
      } catch (BrokenYaml e) {
        problem = e.problem();
      }
    } else {
      problem =
          content instanceof FileContent.Unreadable unreadable
              ? unreadable.problem()
              : FileContent.vanished(file);
    }
    return new Parsed(
        source, new YamlNode.Items(List.of(), 0), new Nodes(source), List.of(problem));
  }

  /** Whether a path is that of a workflow which is read with what its callers give it. */
  boolean isRead(String file) {
    return workflows.contains(file);
  }

  boolean isCalled(String file) {
    return calls.containsKey(file);
  }

  /** All ways in which a workflow comes to run, as far as the limits go. */
  List<Context> contexts(String file, Consumer<Note> notes) {
    visits = 0;
    List<Context> contexts = contexts(file, List.of(file), notes);
    return contexts.isEmpty() ? List.of(Context.ITSELF) : contexts;
  }

  private List<Context> contexts(String file, List<String> trail, Consumer<Note> notes) {
    List<Context> contexts = new ArrayList<>();
    List<Call> callers = calls.getOrDefault(file, List.of());
    Parsed workflow = parse(file);
    if (callers.isEmpty() || !isOnlyCalled(workflow.root())) {
      contexts.add(Context.ITSELF);
    }
    for (Call call : callers) {
      Nodes nodes = parse(call.caller()).nodes();
      Location place = call.uses().location(nodes.source());
      if (trail.contains(call.caller())) {
        notes.accept(new Note(place, "this workflow calls itself: not followed again", true));
        continue;
      } else if (++visits > MAX_VISITS) {
        notes.accept(
            new Note(place, "the workflows call each other in too many ways: not followed", true));
        return contexts;
      } else if (trail.size() >= MAX_DEPTH) {
        notes.accept(
            new Note(place, "more than " + MAX_DEPTH + " workflows call each other: not followed"));
        continue;
      }
      List<String> longer = new ArrayList<>(trail);
      longer.add(call.caller());
      for (Context outer : contexts(call.caller(), longer, notes)) {
        if (contexts.size() == MAX_CALLS) {
          notes.accept(
              new Note(
                  place,
                  "this workflow is called in more than "
                      + MAX_CALLS
                      + " ways: the others are not followed",
                  true));
          return contexts;
        }
        for (Map<String, ShellWord> run : runs(call, nodes, contexts.size())) {
          Context caller = outer.with(run);
          contexts.add(context(workflow, call, nodes, place, caller));
        }
      }
    }
    return contexts;
  }

  /** The runs of the job that calls, as far as they hand something of their matrix over. */
  private static List<Map<String, ShellWord>> runs(Call call, Nodes nodes, int before) {
    StringBuilder handed = new StringBuilder();
    for (String key : List.of("with", "secrets")) {
      for (ShellWord word : nodes.words(call.job(), key).values()) {
        for (Piece piece : word.pieces()) {
          handed.append(piece instanceof Piece.Expression it ? it.body() + "\n" : "");
        }
      }
    }
    Map<List<String>, Map<String, ShellWord>> different = new LinkedHashMap<>();
    for (Map<String, ShellWord> run :
        handed.indexOf(Given.MATRIX) < 0
            ? List.<Map<String, ShellWord>>of()
            : Matrix.of(call.job(), nodes)) {
      Map<String, ShellWord> used = new LinkedHashMap<>(run);
      used.keySet().removeIf(it -> handed.indexOf(it) < 0);
      List<String> texts = used.values().stream().map(it -> it.text().orElse("")).toList();
      different.putIfAbsent(texts, used);
    }
    return different.isEmpty() || before + different.size() > MAX_CALLS
        ? List.of(Map.of())
        : List.copyOf(different.values());
  }

  private static Context context(
      Parsed workflow, Call call, Nodes nodes, Location place, Context outer) {
    Map<String, ShellWord> given = new LinkedHashMap<>();
    for (YamlNode.Pair input : Nodes.pairs(workflow.root(), "on", "workflow_call", "inputs")) {
      Nodes.scalar(input.value(), "default")
          .ifPresent(it -> given.put(Nodes.name(input), workflow.nodes().word(it)));
    }
    given.putAll(Splice.inputs(nodes.words(call.job(), "with"), outer.given()));
    if (Nodes.text(call.job(), "secrets").equals("inherit")) {
      outer
          .given()
          .forEach(
              (name, word) -> {
                if (name.startsWith(Given.SECRETS)) {
                  given.put(name, word);
                }
              });
    } else {
      given.put(Given.SECRETS, nodes.word(call.uses()));
      Splice.inputs(nodes.words(call.job(), "secrets"), outer.given())
          .forEach((name, word) -> given.put(Given.secretKey(name), word));
    }
    List<Location> places = new ArrayList<>(List.of(place));
    places.addAll(outer.calls());
    return new Context(Collections.unmodifiableMap(given), List.copyOf(places), outer.ofMatrix());
  }

  /** Whether nothing but a call starts a workflow. */
  private static boolean isOnlyCalled(YamlNode root) {
    List<YamlNode.Pair> triggers = Nodes.pairs(root, "on");
    return triggers.isEmpty()
        ? Nodes.text(root, "on").equals("workflow_call")
            || Nodes.items(root, "on").stream()
                .map(it -> it instanceof YamlNode.Scalar one ? one.text() : "")
                .toList()
                .equals(List.of("workflow_call"))
        : triggers.stream().allMatch(it -> Nodes.name(it).equals("workflow_call"));
  }
}
