package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The builds of bake as commands: a variable has its default where nothing else sets it (Docker's
 * manual, "Variables in Bake"), and each target is one {@code docker buildx build}.
 */
final class BakeBuilds {
  private static final List<String> COMPOSE =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
  private static final List<String> COMPOSE_OVERRIDES =
      List.of(
          "compose.override.yaml",
          "compose.override.yml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");
  private static final List<String> BAKE =
      List.of(
          "docker-bake.json",
          "docker-bake.hcl",
          "docker-bake.override.json",
          "docker-bake.override.hcl");

  private static final Pattern METADATA_FILE =
      Pattern.compile("steps\\.[\\w-]+\\.outputs\\.bake-file(?:-tags)?");

  /** Outputs that a push goes through; what it means for the others depends on the version. */
  private static final Pattern IMAGE = Pattern.compile("type=(?:image|registry)\\b.*");

  private static final int MAX_TARGETS = 500;

  private final BakeCall call;
  private final Function<String, Optional<SourceText>> files;
  private final BakeFile bake = new BakeFile();
  private int metadata;

  /** What a target says of one of its attributes. */
  private interface Says {
    @Nullable List<ShellWord> of(BakeFile.Target target);
  }

  private BakeBuilds(BakeCall call, Function<String, Optional<SourceText>> files) {
    this.call = call;
    this.files = files;
  }

  /**
   * The builds of a call; empty where its files or its targets are not known.
   *
   * @param files gives a file by its path from the working directory
   */
  static Optional<Script> of(BakeCall call, Function<String, Optional<SourceText>> files) {
    BakeBuilds builds = new BakeBuilds(call, files);
    Set<String> targets = new LinkedHashSet<>();
    List<String> asked = call.targets().isEmpty() ? List.of("default") : call.targets();
    return builds.read() && asked.stream().allMatch(it -> builds.expand(it, targets, 0))
        ? builds.script(targets)
        : Optional.empty();
  }

  private boolean read() {
    if (call.files().isEmpty()) {
      List<String> names = new ArrayList<>();
      first(COMPOSE).ifPresent(names::add);
      first(COMPOSE_OVERRIDES).filter(it -> call.compose()).ifPresent(names::add);
      names.addAll(call.compose() ? List.of() : BAKE);
      boolean any = false;
      for (String name : names) {
        Optional<SourceText> text = files.apply(name);
        any |= text.isPresent();
        if (text.isPresent() && !bake.read(text.get())) {
          return false;
        }
      }
      return any;
    }
    return call.files().stream().allMatch(this::read) && metadata < 2;
  }

  private Optional<String> first(List<String> names) {
    return names.stream().filter(it -> files.apply(it).isPresent()).findFirst();
  }

  private boolean read(ShellWord given) {
    String local = "cwd://";
    ShellWord file = given.lead().startsWith(local) ? given.after(local.length()) : given;
    if (file.pieces().size() == 1
        && file.pieces().get(0) instanceof Piece.Expression it
        && METADATA_FILE.matcher(it.body()).matches()) {
      // With several of them, "bake-target" names the targets that they are for.
      metadata++;
      bake.tagged(it, file);
      return true;
    }
    return file.text().flatMap(files).filter(bake::read).isPresent();
  }

  /** Adds the targets of a name; false where it has none that are known. */
  private boolean expand(String name, Set<String> into, int depth) {
    List<ShellWord> group = bake.groups.get(name);
    if (group != null && depth < 20) {
      return group.stream()
          .allMatch(it -> it.text().isPresent() && expand(it.lead(), into, depth + 1));
    }
    if (!bake.targets.containsKey(name) || into.size() >= MAX_TARGETS) {
      return false;
    }
    into.add(name);
    return true;
  }

  private Optional<Script> script(Set<String> targets) {
    List<Command.Assignment> defaults = new ArrayList<>();
    bake.variables.forEach(
        (name, value) -> defaults.add(Command.Assignment.deferred(name, value, true)));
    List<Command> commands = new ArrayList<>();
    commands.add(Command.assigning(defaults, false));
    for (String name : targets) {
      BakeFile.Target target = bake.targets.get(name);
      if (target == null) {
        return Optional.empty();
      }
      List<ShellWord> tags = inherited(target, it -> it.tags, 0);
      List<ShellWord> outputs = inherited(target, it -> it.outputs, 0);
      for (ShellWord override : call.overrides()) {
        if (override.lead().indexOf('=') < 0) {
          return Optional.empty();
        }
      }
      tags = overridden(name, "tags", tags);
      outputs = overridden(name, "output", outputs);
      if (call.pushes()) {
        tags.forEach(it -> commands.add(push(it, target)));
      } else {
        commands.add(build(target, tags, outputs));
      }
    }
    return Optional.of(new Script(commands, true));
  }

  /** What a target says itself, or else the last of those that it inherits. */
  private List<ShellWord> inherited(BakeFile.Target target, Says says, int depth) {
    List<ShellWord> own = says.of(target);
    if (own != null || depth > 20) {
      return own == null ? List.of() : own;
    }
    for (int at = target.inherits.size() - 1; at >= 0; at--) {
      ShellWord name = target.inherits.get(at);
      if (name.text().isEmpty()) {
        return List.of(unknown(name));
      }
      BakeFile.Target other = bake.targets.get(name.lead());
      List<ShellWord> given = other == null ? List.of() : inherited(other, says, depth + 1);
      if (!given.isEmpty()) {
        return given;
      }
    }
    return List.of();
  }

  private List<ShellWord> overridden(String target, String key, List<ShellWord> values) {
    List<ShellWord> set = new ArrayList<>();
    boolean adds = false;
    for (ShellWord override : call.overrides()) {
      String lead = override.lead();
      int equals = lead.indexOf('=');
      boolean plus = lead.charAt(Math.max(0, equals - 1)) == '+';
      String name = lead.substring(0, plus ? equals - 1 : equals);
      int dot = name.lastIndexOf('.');
      if (dot > 0
          && name.substring(dot + 1).equals(key)
          && matches(name.substring(0, dot), target)) {
        adds |= plus;
        set.add(override.after(equals + 1));
      }
    }
    if (set.isEmpty()) {
      return values;
    }
    set.removeIf(it -> it.pieces().isEmpty());
    set.addAll(adds ? values : List.of());
    return set;
  }

  private static boolean matches(String pattern, String target) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.matches(regex.toString(), target);
  }

  private Command build(BakeFile.Target target, List<ShellWord> tags, List<ShellWord> outputs) {
    List<ShellWord> words = new ArrayList<>();
    for (String word : List.of("docker", "buildx", "build")) {
      words.add(word(word, target));
    }
    words.addAll(call.options());
    boolean images =
        outputs.stream().allMatch(it -> IMAGE.matcher(it.lead().replace(" ", "")).matches());
    for (ShellWord tag :
        call.options().isEmpty() || images ? tags : List.of(unknown(target.place))) {
      words.add(word("--tag", target));
      words.add(tag);
    }
    for (ShellWord output : outputs) {
      words.add(word("--output", target));
      words.add(output);
    }
    return command(words);
  }

  private static Command push(ShellWord image, BakeFile.Target target) {
    return command(List.of(word("docker", target), word("push", target), image));
  }

  private static Command command(List<ShellWord> words) {
    return new Command(List.of(), words, List.of(), List.of(), List.of());
  }

  private static ShellWord word(String text, BakeFile.Target target) {
    ShellWord place = target.place;
    int end = Math.max(place.end(), place.start() + 1);
    return new ShellWord(
        List.of(new Piece.Text(text, place.start(), end)), place.start(), end, place.positions());
  }

  private static ShellWord unknown(ShellWord place) {
    int end = Math.max(place.end(), place.start() + 1);
    return new ShellWord(
        List.of(new Piece.Computed("", place.start(), end)), place.start(), end, place.positions());
  }
}
