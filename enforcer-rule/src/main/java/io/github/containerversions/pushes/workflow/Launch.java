package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a command names a file that it runs. */
final class Launch {
  /** What runs files of the repository, or targets of one, by their names. */
  private static final Set<String> RUNNERS =
      Set.of(
          ".",
          "source",
          "sh",
          "bash",
          "dash",
          "ash",
          "ksh",
          "zsh",
          "make",
          "gmake",
          "just",
          "docker",
          "docker-compose",
          "depot");

  private Launch() {}

  /** The commands, those that run something with the names that they are given for it. */
  static List<Command> given(List<Command> commands, Map<String, ShellWord> inputs) {
    if (inputs.isEmpty()) {
      return commands;
    }
    return commands.stream()
        .map(
            it -> {
              List<ShellWord> words = CommandWrappers.without(it.words());
              boolean runs =
                  !words.isEmpty()
                      && (words.get(0).text().isEmpty() || RUNNERS.contains(words.get(0).lead()))
                      && words.get(0).pieces().size() + words.size() > 2;
              boolean named =
                  runs
                      && words.stream()
                          .flatMap(word -> word.pieces().stream())
                          .anyMatch(piece -> isName(Given.find(inputs, piece)))
                      && words.stream()
                          .flatMap(word -> word.pieces().stream())
                          .map(piece -> Given.find(inputs, piece))
                          .allMatch(value -> value.isEmpty() || isName(value));
              return named
                  ? it.saying(it.words().stream().map(w -> Splice.word(w, inputs)).toList())
                  : it;
            })
        .toList();
  }

  /** Whether something is given whose text is part of a word and no words of its own. */
  private static boolean isName(Optional<ShellWord> given) {
    return given.flatMap(ShellWord::text).filter(it -> it.matches("[\\w./:@=,+-]+")).isPresent();
  }

  /**
   * A path of the repository: text, or text after the variable for its root, or for the folder of
   * an action.
   *
   * @param action the folder of the action that the word stands in
   */
  static String path(ShellWord word, String action) {
    List<Piece> pieces = word.pieces();
    if (!pieces.isEmpty()
        && !action.isEmpty()
        && (pieces.get(0) instanceof Piece.Variable it
            ? it.name().equals("GITHUB_ACTION_PATH")
            : pieces.get(0) instanceof Piece.Expression body
                && body.body().equals("github.action_path"))) {
      ShellWord rest =
          new ShellWord(
              pieces.subList(1, pieces.size()), word.start(), word.end(), word.positions());
      return rest.text().map(it -> action + it).orElse("");
    }
    return path(word);
  }

  /** The same where no action is. */
  static String path(ShellWord word) {
    List<Piece> pieces = word.pieces();
    if (pieces.isEmpty()) {
      return "";
    }
    boolean root =
        pieces.get(0) instanceof Piece.Variable it
            ? it.name().equals("GITHUB_WORKSPACE")
            : pieces.get(0) instanceof Piece.Expression body
                && body.body().equals("github.workspace");
    StringBuilder path = new StringBuilder();
    for (Piece piece : root ? pieces.subList(1, pieces.size()) : pieces) {
      if (!(piece instanceof Piece.Text text)) {
        return "";
      }
      path.append(text.text());
    }
    return root || !path.toString().startsWith("/") ? path.toString() : "";
  }
}
