package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.pushes.shell.Positions;
import java.util.Arrays;

/**
 * The way from a scalar's value back to the file. Indentation, chomping and folding change nothing
 * but white space, so that the characters that are none stand in the file in the same order; only
 * escapes between double quotes break that, and then the scalar is the place as a whole.
 */
final class ScalarPositions implements Positions {
  private final SourceText source;
  private final YamlNode.Scalar scalar;
  private int[] offsets = {};

  ScalarPositions(SourceText source, YamlNode.Scalar scalar) {
    this.source = source;
    this.scalar = scalar;
  }

  @Override
  public Location of(int start, int end) {
    if (offsets.length == 0) {
      offsets = offsets();
    }
    if (start >= end
        || end > scalar.text().length()
        || offsets[start] < 0
        || offsets[end - 1] < 0) {
      return scalar.location(source);
    }
    return source.span(offsets[start], offsets[end - 1] + 1);
  }

  /** The offset in the file of each character of the value; -1 where it is not known. */
  private int[] offsets() {
    String value = scalar.text();
    String content = source.content();
    int[] found = new int[value.length() + 1];
    Arrays.fill(found, -1);
    char quote =
        scalar.style() == YamlNode.Scalar.Style.QUOTED && scalar.start() > 0
            ? content.charAt(scalar.start() - 1)
            : ' ';
    if (quote == '"' && hasBackslash(content)) {
      return found;
    }
    int at = scalar.start();
    for (int index = 0; index < value.length(); index++) {
      char c = value.charAt(index);
      if (isSpace(c)) {
        // Exact between words of one line, which is where it matters.
        found[index] = index > 0 && found[index - 1] >= 0 ? found[index - 1] + 1 : -1;
        continue;
      }
      while (at < scalar.end() && isSpace(content.charAt(at))) {
        at++;
      }
      if (at >= scalar.end() || content.charAt(at) != c) {
        return found;
      }
      found[index] = at;
      at += quote == '\'' && c == '\'' ? 2 : 1;
    }
    return found;
  }

  private boolean hasBackslash(String content) {
    int backslash = content.indexOf('\\', scalar.start());
    return backslash >= 0 && backslash < scalar.end();
  }

  private static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }
}
