package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.List;

/** The outputs of a build with BuildKit (docker buildx build, "Set the export action"). */
final class Outputs {
  private Outputs() {}

  /** Whether an output goes to a registry, or may, as an expression says so. */
  static boolean mayPush(String output) {
    return output.contains("type=registry")
        || (output.contains("push=") && !output.contains("push=false"));
  }

  /** The images that {@code name=} names. */
  static List<Image> images(List<LocatedPiece> output) {
    List<Image> images = new ArrayList<>();
    List<LocatedPiece> name = new ArrayList<>();
    boolean within = false;
    for (LocatedPiece part : output) {
      if (!part.isText()) {
        if (within) {
          name.add(part);
        }
        continue;
      }
      String text = part.text();
      int at = 0;
      while (at < text.length()) {
        if (!within) {
          int found = text.indexOf("name=", at);
          if (found < 0) {
            break;
          }
          boolean whole = found == 0 || ",\n \"".indexOf(text.charAt(found - 1)) >= 0;
          within = whole;
          at = found + "name=".length();
          continue;
        }
        int end = at;
        while (end < text.length() && ",\n \"".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        if (end > at) {
          Piece piece =
              new Piece.Text(text.substring(at, end), part.piece().start(), part.piece().end());
          name.add(new LocatedPiece(piece, part.owner()));
        }
        if (end < text.length()) {
          images.add(Image.of(List.copyOf(name)));
          name.clear();
          within = false;
        }
        at = end;
      }
    }
    if (within && !name.isEmpty()) {
      images.add(Image.of(name));
    }
    return images;
  }
}
