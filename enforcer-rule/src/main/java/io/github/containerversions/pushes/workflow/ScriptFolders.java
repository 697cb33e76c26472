package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders that scripts name by where they themselves are, as in <code>$(dirname "$0")</code>,
 * and the variables that hold them.
 */
final class ScriptFolders {
  private static final String UP = "((?:/[\\w.-]+)*)/?";
  private static final String END = "(?:&?>/dev/null(?:2>&1)?)?(?:(?:&&|;)pwd(?:-P)?)?\\)?";

  /** The folder of the script, without quotes and blanks. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?:\\$\\()?(?:cd|CDPATH=cd)?(?:--|-P)?(?:\\$\\()?(?:dirname)?(?:--)?"
              + "(?:\\$\\((?:readlink-f|realpath))?\\$\\{?(?:BASH_SOURCE(?:\\[0])?|0)"
              + "(?:%/\\*)?}?\\)*"
              + UP
              + END);

  private static final Pattern OF_VARIABLE =
      Pattern.compile("\\$\\((?:cd)?(?:--|-P)?\\$\\{?(\\w+)}?" + UP + END);

  private static final Pattern ROOT = Pattern.compile("\\$\\(git.*rev-parse--show-toplevel\\)");

  private static final int MAX_LENGTH = 200;

  private final Map<String, String> variables = new HashMap<>();

  void clear() {
    variables.clear();
  }

  /**
   * Takes note of the variables that a command sets to such a folder.
   *
   * @param script the file that it stands in; empty for a step of a workflow
   * @param folder the working directory
   */
  void take(Command command, String script, String folder) {
    for (Command.Assignment it : command.assignments()) {
      Optional<String> named = path(it.value(), script, folder);
      if (named.isPresent()) {
        variables.put(it.name(), named.get());
      } else {
        variables.remove(it.name());
      }
    }
  }

  /** The path from the root that a word names in such a way; empty where it does not. */
  Optional<String> path(ShellWord word, String script, String folder) {
    StringBuilder rest = new StringBuilder();
    for (int at = 1; at < word.pieces().size(); at++) {
      if (!(word.pieces().get(at) instanceof Piece.Text text)) {
        return Optional.empty();
      }
      rest.append(text.text());
    }
    if (word.pieces().isEmpty() || !(rest.isEmpty() || rest.charAt(0) == '/')) {
      return Optional.empty();
    }
    return base(word.pieces().get(0), script, folder).map(it -> it + rest);
  }

  private Optional<String> base(Piece piece, String script, String folder) {
    if (piece instanceof Piece.Variable it) {
      return switch (it.name()) {
        case "PWD" -> Optional.of(folder);
        case "GITHUB_WORKSPACE" -> Optional.of("");
        default ->
            it.otherwise().isEmpty()
                ? Optional.ofNullable(variables.get(it.name()))
                : Optional.empty();
      };
    }
    if (!(piece instanceof Piece.Computed run) || run.text().length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String bare = run.text().replaceAll("[\\s\"']", "");
    Matcher own = OWN.matcher(bare);
    Matcher other = OF_VARIABLE.matcher(bare);
    boolean dirname = bare.contains("dirname") || bare.contains("%/*");
    if (dirname && !script.isEmpty() && own.matches()) {
      int slash = script.lastIndexOf('/');
      return Optional.of((slash < 0 ? "" : script.substring(0, slash)) + own.group(1));
    } else if (ROOT.matcher(bare).matches()) {
      return Optional.of("");
    } else if (bare.equals("$(pwd)")) {
      return Optional.of(folder);
    } else if (other.matches()) {
      return Optional.ofNullable(variables.get(other.group(1))).map(it -> it + other.group(2));
    }
    return Optional.empty();
  }
}
