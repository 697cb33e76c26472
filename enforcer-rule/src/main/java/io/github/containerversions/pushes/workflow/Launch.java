package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;

/** How a command names a file that it runs. */
final class Launch {
  private Launch() {}

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
