package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
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

/** Reads a Makefile or a justfile, and the files that it includes, line by line. */
final class RecipeReader {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:export\\s+|override\\s+)?([A-Za-z_][A-Za-z0-9_-]*)\\s*(\\?=|:{0,3}=|\\+=)(.*)");
  private static final Pattern RULE =
      Pattern.compile("@?([^\\s:=#][^:=#]*)::?(?!=)([^;#]*)(?:#.*|;(.*))?");

  private static final Pattern INCLUDE = Pattern.compile("-?s?include\\s+(\\S+)\\s*");

  /** GNU make's manual, "Conditional Parts of Makefiles". */
  private static final Pattern CONDITIONAL =
      Pattern.compile("\\s*(ifeq|ifneq|ifdef|ifndef|else|endif)\\b.*");

  private static final int MAX_FILES = 20;
  private static final int MAX_PATTERNS = 100;

  private final boolean just;
  private final Function<String, Optional<SourceText>> others;
  private final RecipeVariables variables;
  private final Set<String> pushing = new HashSet<>();
  private final Map<String, Recipe> recipes = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();
  private boolean automatic;
  private int files;
  private int depth;

  private RecipeReader(boolean just, Function<String, Optional<SourceText>> others) {
    this.just = just;
    this.others = others;
    this.variables = new RecipeVariables(just);
  }

  /**
   * Reads a file.
   *
   * @param just whether it is a justfile
   * @param others the text of a file that is included, by the path that stands there
   */
  static Recipes read(
      SourceText source, boolean just, Function<String, Optional<SourceText>> others) {
    RecipeReader reader = new RecipeReader(just, others);
    reader.read(source);
    return new Recipes(just, reader.variables, reader.automatic, reader.recipes, reader.patterns);
  }

  private void read(SourceText source) {
    if (++files > MAX_FILES) {
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
      JustHeader.of(source, line, at).ifPresent(it -> open.add(recipe(it)));
    } else if (rule.matches()) {
      ShellWord place = new ShellWord(List.of(), at, at + line.length(), source::span);
      for (String name : rule.group(1).strip().split("\\s+", -1)) {
        open.add(recipe(name, rule.group(2), place));
      }
      if (rule.group(3) != null) {
        body.add(at + rule.start(3), at + rule.end(3), false);
      }
    }
  }

  private Recipe recipe(JustHeader header) {
    Recipe recipe = recipes.computeIfAbsent(header.name(), it -> new Recipe());
    recipe.need(header.needs());
    recipe.parameters.putAll(header.parameters());
    recipe.variadic.addAll(header.variadic());
    return recipe;
  }

  /**
   * A target of a Makefile.
   *
   * @param rest what stands behind the colon; in a static pattern rule, a pattern and a further
   *     colon come first
   */
  private Recipe recipe(String name, String rest, ShellWord place) {
    Recipe recipe = recipes.computeIfAbsent(name, it -> new Recipe());
    boolean percent = name.indexOf('%') >= 0;
    if ((percent || name.startsWith("$("))
        && patterns.size() < MAX_PATTERNS
        && !patterns.contains(name)) {
      patterns.add(name);
    }
    int colon = rest.indexOf(':');
    recipe.pattern = colon >= 0 ? rest.substring(0, colon).strip() : percent ? name : "";
    recipe.place = place;
    recipe.need(rest.substring(colon + 1));
    return recipe;
  }
}
