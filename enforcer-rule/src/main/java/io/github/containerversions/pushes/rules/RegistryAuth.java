package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of the input {@code registry-auth} of docker/login-action: a list in YAML, each item
 * with registry, username and password.
 */
final class RegistryAuth {
  private RegistryAuth() {}

  /** Each entry by its keys. */
  static List<Map<String, List<LocatedPiece>>> entries(List<LocatedPiece> input) {
    List<Map<String, List<LocatedPiece>>> entries = new ArrayList<>();
    for (List<LocatedPiece> line : Words.lines(input)) {
      String bare = line.get(0).text().strip();
      if (bare.isEmpty() && line.size() == 1) {
        continue;
      }
      if (bare.startsWith("- ") || entries.isEmpty()) {
        entries.add(new LinkedHashMap<>());
      }
      bare = bare.startsWith("- ") ? bare.substring(2).strip() : bare;
      int colon = bare.indexOf(':');
      if (colon > 0) {
        entries
            .get(entries.size() - 1)
            .put(bare.substring(0, colon), value(LocatedPiece.after(line, ':')));
      }
    }
    return entries;
  }

  /** Without the blanks and quotes around it. */
  private static List<LocatedPiece> value(List<LocatedPiece> parts) {
    List<LocatedPiece> value = new ArrayList<>();
    for (LocatedPiece part : parts) {
      String text = part.text().replaceAll("[\\s\"']+", "");
      if (!part.isText()) {
        value.add(part);
      } else if (!text.isEmpty()) {
        value.add(text(part, text));
      }
    }
    return value;
  }

  private static LocatedPiece text(LocatedPiece part, String text) {
    return new LocatedPiece(
        new Piece.Text(text, part.piece().start(), part.piece().end()), part.owner());
  }
}
