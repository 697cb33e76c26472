package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The recipes of a Makefile (GNU make's manual, "Writing Rules") or a justfile (just's manual,
 * "Recipes"), as scripts. Variables of the file become variables of the script; functions of make
 * are unknown.
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

  /** How deep targets may need each other. */
  private static final int MAX_CHAIN = 50;

  private static final int MAX_PATTERNS = 100;

  private final boolean just;
  private final Function<String, Optional<SourceText>> others;
  private final RecipeVariables variables;
  private final Set<String> pushing = new HashSet<>();
  private final Map<String, Recipe> recipes = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Set<Recipe> chain = new HashSet<>();
  private boolean automatic;
  private int files;
  private int depth;

  /** What makes a target. */
  private static final class Recipe {
    final List<String> needs = new ArrayList<>();
    final Map<String, ShellWord> parameters = new LinkedHashMap<>();
    final Set<String> variadic = new HashSet<>();
    final List<Script> scripts = new ArrayList<>();
    String pattern = "";
    @Nullable ShellWord place;
  }

  private Recipes(boolean just, Function<String, Optional<SourceText>> others) {
    this.just = just;
    this.others = others;
    this.variables = new RecipeVariables(just);
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
    if (targets.isEmpty() || targets.stream().anyMatch(it -> find(it, true).isEmpty())) {
      return Optional.empty();
    }
    List<Command> commands = new ArrayList<>(variables.commands(call.variables()));
    Set<String> made = new HashSet<>();
    boolean whole = true;
    for (String target : targets) {
      whole &= make(target, 0, call.arguments(), made, commands);
    }
    return whole ? Optional.of(new Script(commands, true)) : Optional.empty();
  }

  /**
   * What makes a target: the rule with its name, or else the pattern that leaves the least open
   * (GNU make's manual, "How Patterns Match").
   *
   * @param asked whether the command line asks for it; what fits everything makes nothing else
   */
  private Optional<Recipe> find(String target, boolean asked) {
    Recipe recipe = recipes.get(target);
    if (recipe != null || just || target.isEmpty()) {
      return Optional.ofNullable(recipe);
    }
    return patterns.stream()
        .filter(it -> asked || (it.length() > 1 && it.indexOf('$') < 0))
        .filter(it -> stem(it, target) != null)
        .max(Comparator.comparingInt(it -> it.indexOf('$') >= 0 ? 0 : it.length()))
        .flatMap(it -> Optional.ofNullable(recipes.get(it)));
  }

  /** What the percent sign of a name stands for; null where a target has not that name. */
  private @Nullable String stem(String name, String target) {
    int sign = name.indexOf('%');
    if (name.startsWith("$(") && name.endsWith(")")) {
      // Which targets a variable holds that is not text, only make can tell.
      return variables
              .text(name.substring(2, name.length() - 1))
              .filter(it -> !List.of(it.strip().split("\\s+", -1)).contains(target))
              .isPresent()
          ? null
          : "";
    }
    boolean fits =
        sign >= 0
            && target.length() >= name.length()
            && target.startsWith(name.substring(0, sign))
            && target.endsWith(name.substring(sign + 1));
    return fits ? target.substring(sign, target.length() - (name.length() - sign - 1)) : null;
  }

  /**
   * What a target needs comes before it; a circle is left where make leaves it.
   *
   * @param needed how deep the target is needed by others; 0 where the command line asks for it
   * @return false where there are too many targets to say all that is done
   */
  private boolean make(
      String target,
      int needed,
      List<ShellWord> arguments,
      Set<String> made,
      List<Command> commands) {
    Recipe recipe = find(target, needed == 0).orElse(null);
    if (recipe == null || made.contains(target)) {
      return true;
    }
    boolean byPattern = !recipes.containsKey(target);
    if (byPattern && !chain.add(recipe)) {
      return true; // a pattern is used once in a chain
    }
    made.add(target);
    boolean whole = made.size() <= MAX_TARGETS && needed <= MAX_CHAIN;
    if (whole) {
      String stem = recipe.pattern.isEmpty() ? null : stem(recipe.pattern, target);
      for (String each : recipe.needs) {
        String name = stem == null ? each : each.replaceFirst("%", Matcher.quoteReplacement(stem));
        whole &= make(name, needed + 1, List.of(), made, commands);
      }
      add(recipe, target, stem, arguments, commands);
    }
    if (byPattern) {
      chain.remove(recipe);
    }
    return whole;
  }

  private void add(
      Recipe recipe,
      String target,
      @Nullable String stem,
      List<ShellWord> arguments,
      List<Command> commands) {
    if (recipe.place != null && automatic) {
      commands.add(
          Command.assigning(
              List.of(
                  automatic(Expansion.TARGET, target, recipe.place),
                  automatic(Expansion.STEM, stem == null ? "" : stem, recipe.place)),
              false));
    }
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
      commands.add(Command.assigning(set, false));
    }
    recipe.scripts.forEach(it -> commands.addAll(it.commands()));
  }

  private static Command.Assignment automatic(String name, String text, ShellWord place) {
    List<Piece> pieces =
        text.isEmpty()
            ? List.of()
            : List.of(
                new Piece.Text(text, place.start(), Math.max(place.end(), place.start() + 1)));
    return new Command.Assignment(
        name, new ShellWord(pieces, place.start(), place.end(), place.positions()));
  }

  private void read(SourceText source) {
    if (++files > 20) {
      return;
    }
    String text = source.content();
    defined(text);
    automatic |= text.contains("$@") || text.contains("$*");
    List<Recipe> open = new ArrayList<>();
    Expansion body = new Expansion(source, just, pushing);
    for (int at = 0; at < text.length(); ) {
      int end = Lines.logicalEnd(text, at);
      String line = text.substring(at, end);
      if (!just && line.startsWith("define ")) {
        int last = text.indexOf("\nendef", at);
        at = last < 0 ? text.length() : Lines.logicalEnd(text, last + 1) + 1;
        continue;
      }
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
        body = new Expansion(source, just, pushing);
        open = new ArrayList<>();
        declaration(source, line, at, open, body);
      }
      at = end + 1;
    }
    finish(open, body);
  }

  /** The functions whose text may push, wherever they stand; they are called by their names. */
  private void defined(String text) {
    int at = just ? -1 : text.startsWith("define ") ? 0 : text.indexOf("\ndefine ");
    while (at >= 0) {
      int end = text.indexOf("\nendef", at + 1);
      String body = text.substring(at, end < 0 ? text.length() : end).strip();
      if (PushWords.holdPush(body)) {
        pushing.add(body.substring("define ".length()).strip().split("[\\s=:]", 2)[0]);
      }
      at = end < 0 ? -1 : text.indexOf("\ndefine ", end);
    }
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
      int last = start + variable.group(3).length();
      variables.add(source, variable.group(1), variable.group(2), start, last, depth > 0);
    } else if (just) {
      recipe(source, line, at, open);
    } else if (rule.matches()) {
      // In a static pattern rule, a pattern stands between the targets and what they need.
      int pattern = rule.group(2).indexOf(':');
      String needs = rule.group(2).substring(pattern + 1);
      for (String name : rule.group(1).strip().split("\\s+", -1)) {
        Recipe recipe = recipes.computeIfAbsent(name, it -> new Recipe());
        boolean fits = name.indexOf('%') >= 0 || name.startsWith("$(");
        if (fits && patterns.size() < MAX_PATTERNS && !patterns.contains(name)) {
          patterns.add(name);
        }
        recipe.pattern =
            pattern >= 0
                ? rule.group(2).substring(0, pattern).strip()
                : name.indexOf('%') >= 0 ? name : "";
        recipe.place = new ShellWord(List.of(), at, at + line.length(), source::span);
        recipe.needs.addAll(List.of(needs.strip().split("[\\s()|&]+", -1)));
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
              ? RecipeVariables.unknown(source, at + parameter.start(2), at + parameter.end(2))
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
}
