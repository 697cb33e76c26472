package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Set;

/** How a command names the program that it runs. */
final class Launch {
  private static final Set<String> RUNNERS =
      Set.of("sudo", "exec", "time", "nohup", "command", "env", "nice");

  private Launch() {}

  /** The words from the program on; options of what runs it must have their values attached. */
  static List<ShellWord> program(List<ShellWord> words) {
    int at = 0;
    while (at < words.size() && RUNNERS.contains(words.get(at).lead())) {
      at++;
      while (at < words.size() && words.get(at).lead().matches("-.*|[A-Za-z_][A-Za-z0-9_]*=.*")) {
        at++;
      }
    }
    return words.subList(at, words.size());
  }

  /** A path of the repository: text, or text after the variable for its root. */
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
