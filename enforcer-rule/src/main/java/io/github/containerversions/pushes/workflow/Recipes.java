package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The recipes of a Makefile (GNU make's manual, "Writing Rules") or a justfile (just's manual,
 * "Recipes"), as scripts. Variables of the file become variables of the script; functions of make,
 * and variables that are set more than once, are unknown.
 */
final class Recipes {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:export\\s+|override\\s+)?([A-Za-z_][A-Za-z0-9_-]*)\\s*(\\?=|:{0,3}=|\\+=)(.*)");
  private static final Pattern RULE =
      Pattern.compile("@?([^\\s:=#][^:=#]*)::?(?!=)([^;#]*)(?:#.*|;(.*))?");

  /** Just's manual, "Recipe Parameters". */
  private static final String VALUE = "\\s*=\\s*('[^']*'|\"[^\"]*\"|\\([^)]*\\)|[^\\s:'\"]+)";

  private static final Pattern PARAMETER =
      Pattern.compile("\\s+([*+$]*)([A-Za-z_][A-Za-z0-9_-]*)(?:" + VALUE + ")?");
  private static final Pattern JUST_NAME = Pattern.compile("@?([A-Za-z_][A-Za-z0-9_-]*)(?=[\\s:])");
  private static final Pattern JUST_NEEDS = Pattern.compile("\\s*:(?!=)(.*)");

  private static final Pattern INCLUDE = Pattern.compile("-?s?include\\s+(\\S+)\\s*");

  /** GNU make's manual, "Conditional Parts of Makefiles". */
  private static final Pattern CONDITIONAL =
      Pattern.compile("\\s*(ifeq|ifneq|ifdef|ifndef|else|endif)\\b.*");

  private static final int MAX_TARGETS = 500;

  private final boolean just;
  private final Function<String, Optional<SourceText>> others;
  private final Map<String, List<Command.Assignment>> variables = new LinkedHashMap<>();
  private final Map<String, Recipe> recipes = new LinkedHashMap<>();
  private int files;
  private int depth;

  /** What makes a target. */
  private static final class Recipe {
    final List<String> needs = new ArrayList<>();
    final Map<String, ShellWord> parameters = new LinkedHashMap<>();
    final Set<String> variadic = new HashSet<>();
    final List<Script> scripts = new ArrayList<>();
  }

  private Recipes(boolean just, Function<String, Optional<SourceText>> others) {
    this.just = just;
    this.others = others;
  }

  static Recipes of(
      SourceText source, boolean just, Function<String, Optional<SourceText>> others) {
    Recipes recipes = new Recipes(just, others);
    recipes.read(source);
    return recipes;
  }

  /** The commands of a call; empty where the file does not say what it makes. */
  Optional<Script> script(MakeCall call) {
    List<String> targets =
        call.targets().isEmpty() ? recipes.keySet().stream().limit(1).toList() : call.targets();
    if (targets.isEmpty() || !recipes.keySet().containsAll(targets)) {
      return Optional.empty();
    }
    List<Command.Assignment> set = new ArrayList<>();
    variables.forEach((name, values) -> set.add(only(name, values)));
    call.variables().forEach((name, value) -> set.add(new Command.Assignment(name, value)));
    List<Command> commands = new ArrayList<>();
    commands.add(new Command(set, List.of(), List.of(), List.of(), List.of()));
    Set<String> made = new HashSet<>();
    targets.forEach(it -> make(it, call.arguments(), made, commands));
    return Optional.of(new Script(commands, true));
  }

  private static Command.Assignment only(String name, List<Command.Assignment> values) {
    Command.Assignment first = values.get(0);
    if (values.size() == 1) {
      return first;
    }
    ShellWord word = first.value();
    Piece unknown = new Piece.Computed("", word.start(), Math.max(word.end(), word.start() + 1));
    return new Command.Assignment(
        name, new ShellWord(List.of(unknown), word.start(), word.end(), word.positions()));
  }

  /** What a target needs comes before it; a circle is left where make leaves it. */
  private void make(
      String target, List<ShellWord> arguments, Set<String> made, List<Command> commands) {
    Recipe recipe = recipes.get(target);
    if (recipe != null && made.size() < MAX_TARGETS && made.add(target)) {
      recipe.needs.forEach(it -> make(it, List.of(), made, commands));
      List<Command.Assignment> set = new ArrayList<>();
      recipe.parameters.forEach(
          (name, value) ->
              set.add(
                  new Command.Assignment(
                      name,
                      set.size() < arguments.size() && !recipe.variadic.contains(name)
                          ? arguments.get(set.size())
                          : value)));
      if (!set.isEmpty()) {
        commands.add(new Command(set, List.of(), List.of(), List.of(), List.of()));
      }
      recipe.scripts.forEach(it -> commands.addAll(it.commands()));
    }
  }

  private void read(SourceText source) {
    if (++files > 20) {
      return;
    }
    String text = source.content();
    List<Recipe> open = new ArrayList<>();
    Expansion body = new Expansion(source, just);
    for (int at = 0; at < text.length(); ) {
      int end = Lines.logicalEnd(text, at);
      String line = text.substring(at, end);
      boolean recipe = just ? line.startsWith(" ") || line.startsWith("\t") : line.startsWith("\t");
      if (recipe && !open.isEmpty()) {
        body.add(at, end, true);
      } else if (!just && CONDITIONAL.matcher(line).matches()) {
        // Which of its parts is used is not known; each is read as what may run.
        String word = line.strip();
        depth += word.startsWith("if") ? 1 : word.startsWith("endif") ? -1 : 0;
        if (!open.isEmpty()) {
          body.insert(
              word.startsWith("if")
                  ? "if :; then :\n"
                  : word.startsWith("endif") ? "fi\n" : "else :\n",
              at);
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        finish(open, body);
        body = new Expansion(source, just);
        open = new ArrayList<>();
        declaration(source, line, at, open, body);
      }
      at = end + 1;
    }
    finish(open, body);
  }

  private static void finish(List<Recipe> open, Expansion body) {
    if (!open.isEmpty() && !body.isEmpty()) {
      Script script = ShellReader.read(body.text(), body);
      open.forEach(it -> it.scripts.add(script));
    }
  }

  private void declaration(
      SourceText source, String line, int at, List<Recipe> open, Expansion body) {
    Matcher include = INCLUDE.matcher(line);
    Matcher variable = VARIABLE.matcher(line.strip());
    Matcher rule = RULE.matcher(line);
    if (!just && include.matches()) {
      others.apply(include.group(1)).ifPresent(this::read);
    } else if (variable.matches()) {
      int start = at + line.indexOf(line.strip()) + variable.start(3);
      variable(
          source, variable.group(1), variable.group(2), start, start + variable.group(3).length());
    } else if (just) {
      recipe(source, line, at, open);
    } else if (rule.matches()) {
      for (String name : rule.group(1).strip().split("\\s+", -1)) {
        Recipe recipe = recipes.computeIfAbsent(name, it -> new Recipe());
        recipe.needs.addAll(List.of(rule.group(2).strip().split("[\\s()|&]+", -1)));
        open.add(recipe);
      }
      if (rule.group(3) != null) {
        body.add(at + rule.start(3), at + rule.end(3), false);
      }
    }
  }

  /**
   * The first line of a recipe of just. A parameter has the text of its default; what another
   * recipe gives to it, and how many words a last one takes, is not known.
   */
  private void recipe(SourceText source, String line, int at, List<Recipe> open) {
    Matcher name = JUST_NAME.matcher(line);
    if (!name.lookingAt()) {
      return;
    }
    Map<String, ShellWord> parameters = new LinkedHashMap<>();
    Set<String> variadic = new HashSet<>();
    Matcher parameter = PARAMETER.matcher(line);
    int end = name.end();
    while (parameter.region(end, line.length()).lookingAt()) {
      end = parameter.end();
      int from = at + parameter.start(3);
      int to = at + parameter.end(3);
      boolean text = parameter.group(3) != null && "\"'".indexOf(parameter.group(3).charAt(0)) >= 0;
      Expansion value = new Expansion(source, true);
      if (text && parameter.group(1).isEmpty()) {
        value.add(from + 1, to - 1, false);
      }
      if (parameter.group(1).matches(".*[*+].*")) {
        variadic.add(parameter.group(2).replace('-', '_'));
      }
      parameters.put(
          parameter.group(2).replace('-', '_'),
          value.isEmpty()
              ? unknown(source, at + parameter.start(2), at + parameter.end(2))
              : ShellReader.value(value.text(), value));
    }
    Matcher needs = JUST_NEEDS.matcher(line).region(end, line.length());
    if (needs.matches()) {
      Recipe recipe = recipes.computeIfAbsent(name.group(1), it -> new Recipe());
      recipe.needs.addAll(List.of(needs.group(1).strip().split("[\\s()|&]+", -1)));
      recipe.parameters.putAll(parameters);
      recipe.variadic.addAll(variadic);
      open.add(recipe);
    }
  }

  private void variable(SourceText source, String name, String sign, int start, int end) {
    String text = source.content();
    int from = start;
    int to = end;
    int comment = text.indexOf(" #", from);
    to = comment >= 0 && comment < to ? comment : to;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (just
        && to - from > 1
        && "\"'".indexOf(text.charAt(from)) >= 0
        && text.charAt(to - 1) == text.charAt(from)) {
      from++;
      to--;
    } else if (just || depth > 0) {
      variables
          .computeIfAbsent(name, it -> new ArrayList<>())
          .add(new Command.Assignment(name, unknown(source, from, to)));
      return;
    }
    Expansion value = new Expansion(source, just);
    value.add(from, to, false);
    variables
        .computeIfAbsent(name, it -> new ArrayList<>())
        .add(
            new Command.Assignment(
                name, ShellReader.expanded(value.text(), value), sign.equals("?=")));
  }

  private static ShellWord unknown(SourceText source, int from, int to) {
    return new ShellWord(
        List.of(new Piece.Computed("", from, Math.max(to, from + 1))), from, to, source::span);
  }
}
