package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a recipe of just (just's manual, "Recipe Parameters"). A parameter has the text
 * of its default; what another recipe gives to it, and how many words a last one takes, is not
 * known.
 *
 * @param needs the text that names the recipes that run before
 * @param parameters the defaults by name, in their order
 * @param variadic the parameters that take several words
 */
record JustHeader(
    String name, String needs, Map<String, ShellWord> parameters, Set<String> variadic) {
  private static final String VALUE = "\\s*=\\s*('[^']*'|\"[^\"]*\"|\\([^)]*\\)|[^\\s:'\"]+)";
  private static final Pattern PARAMETER =
      Pattern.compile("\\s+([*+$]*)([A-Za-z_][A-Za-z0-9_-]*)(?:" + VALUE + ")?");
  private static final Pattern NAME = Pattern.compile("@?([A-Za-z_][A-Za-z0-9_-]*)(?=[\\s:])");
  private static final Pattern NEEDS = Pattern.compile("\\s*:(?!=)(.*)");

  /** Empty where the line is not one. */
  static Optional<JustHeader> of(SourceText source, String line, int at) {
    Matcher name = NAME.matcher(line);
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    Map<String, ShellWord> parameters = new LinkedHashMap<>();
    Set<String> variadic = new HashSet<>();
    Matcher parameter = PARAMETER.matcher(line);
    int end = name.end();
    while (parameter.region(end, line.length()).lookingAt()) {
      end = parameter.end();
      String sign = parameter.group(1);
      String variable = parameter.group(2).replace('-', '_');
      if (sign.indexOf('*') >= 0 || sign.indexOf('+') >= 0) {
        variadic.add(variable);
      }
      parameters.put(variable, value(source, parameter, at));
    }
    Matcher needs = NEEDS.matcher(line).region(end, line.length());
    return needs.matches()
        ? Optional.of(new JustHeader(name.group(1), needs.group(1), parameters, variadic))
        : Optional.empty();
  }

  private static ShellWord value(SourceText source, Matcher parameter, int at) {
    String text = parameter.group(3);
    Expansion value = new Expansion(source, true);
    boolean quoted = text != null && "\"'".indexOf(text.charAt(0)) >= 0;
    if (quoted && parameter.group(1).isEmpty()) {
      value.add(at + parameter.start(3) + 1, at + parameter.end(3) - 1, false);
    }
    return value.isEmpty()
        ? RecipeVariables.unknown(source, at + parameter.start(2), at + parameter.end(2))
        : ShellReader.value(value.text(), value);
  }
}
