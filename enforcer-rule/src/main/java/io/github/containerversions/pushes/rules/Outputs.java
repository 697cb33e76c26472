package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outputs of a build with BuildKit (docker buildx build, "Set the export action"). */
final class Outputs {
  /** The start of a name: of an output, or of the tags that bake sets. */
  private static final Pattern NAME =
      Pattern.compile("(?<![^,\n \"])\"?(?:name|[\\w*-]+\\.tags)\\+?=");

  private static final Pattern BAKE_FILE =
      Pattern.compile("steps\\.([\\w-]+)\\.outputs\\.bake-file(?:-tags)?");

  private Outputs() {}

  /** The images of docker/metadata-action, where bake is given the file that it made. */
  static List<Image> ofMetadata(ShellWord files, VariableScope values) {
    List<Image> images = new ArrayList<>();
    for (Piece piece : files.pieces()) {
      if (piece instanceof Piece.Expression it) {
        Matcher made = BAKE_FILE.matcher(it.body());
        if (made.matches()) {
          List<LocatedPiece> tags = values.handed().output(made.group(1) + ".tags");
          LocatedPiece.list(tags == null ? List.of() : tags)
              .forEach(tag -> images.add(Image.of(tag)));
        }
      }
    }
    return images;
  }

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
    boolean quoted = false;
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
          Matcher found = NAME.matcher(text).region(at, text.length());
          if (!found.find()) {
            break;
          }
          within = true;
          quoted = found.group().startsWith("\"");
          at = found.end();
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
        if (end < text.length() && !name.isEmpty()) {
          images.add(Image.of(List.copyOf(name)));
          name.clear();
        }
        if (end < text.length()) {
          // A field in quotes holds several names with commas between them.
          within = quoted && text.charAt(end) == ',';
          end += within ? 1 : 0;
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
