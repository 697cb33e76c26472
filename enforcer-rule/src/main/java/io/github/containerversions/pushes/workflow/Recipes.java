package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The recipes of a Makefile (GNU make's manual, "Writing Rules") or a justfile (just's manual,
 * "Recipes"), as scripts. Variables of the file become variables of the script; functions of make
 * are unknown.
 */
final class Recipes {
  private static final int MAX_TARGETS = 500;

  /** How deep targets may need each other. */
  private static final int MAX_CHAIN = 50;

  private final boolean just;
  private final RecipeVariables variables;
  private final boolean automatic;
  private final Map<String, Recipe> recipes;
  private final List<String> patterns;
  private final Set<Recipe> chain = new HashSet<>();

  /**
   * Takes what was read.
   *
   * @param automatic whether the file uses automatic variables, as {@code $@}
   * @param recipes what makes each target, in the order of the file
   * @param patterns the names of targets that fit several
   */
  Recipes(
      boolean just,
      RecipeVariables variables,
      boolean automatic,
      Map<String, Recipe> recipes,
      List<String> patterns) {
    this.just = just;
    this.variables = variables;
    this.automatic = automatic;
    this.recipes = recipes;
    this.patterns = patterns;
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
}
