package io.github.containerversions.versions.edit;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlText;
import java.util.Optional;

/** The quotes that a version needs in a file. */
public final class Quotes {
  private Quotes() {}

  /**
   * A version in place of another one. A plain scalar of YAML gets quotes where it would mean
   * something else without them; a number of JSON and TOML always gets them, as a version is not a
   * number.
   *
   * @param start where the other version begins, an offset
   * @param end the offset just after it
   */
  public static String inPlaceOf(SourceText text, int start, int end, String version) {
    Optional<KeyFile> kind = KeyFile.of(text.file());
    if (kind.equals(Optional.of(KeyFile.JSON)) || kind.equals(Optional.of(KeyFile.TOML))) {
      return isInText(text.content(), start) ? version : quoted(version);
    }
    boolean alone =
        kind.equals(Optional.of(KeyFile.YAML))
            && mayBegin(text.content(), start)
            && mayEnd(text.content(), end);
    return alone ? ofScalar(KeyFile.YAML, version) : version;
  }

  /** A version as a value of its own. */
  static String ofScalar(KeyFile kind, String version) {
    return switch (kind) {
      case JSON, TOML, HCL -> quoted(version);
      case YAML -> YamlText.needsQuotes(version) ? quoted(version) : version;
      default -> version;
    };
  }

  private static String quoted(String version) {
    return "\"" + version + "\"";
  }

  /** Whether an offset stands between quotes that its line has opened. */
  private static boolean isInText(String content, int offset) {
    char open = 0;
    for (int at = content.lastIndexOf('\n', offset - 1) + 1; at < offset; at++) {
      char c = content.charAt(at);
      if (open == '"' && c == '\\') {
        at++;
      } else if (open == c) {
        open = 0;
      } else if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      }
    }
    return open != 0;
  }

  /** Whether a plain scalar may begin here; within a longer one it has other text before it. */
  private static boolean mayBegin(String content, int start) {
    int before = start - 1;
    while (before >= 0 && content.charAt(before) == '[') {
      before--;
    }
    return before < 0 || " \t\r\n,".indexOf(content.charAt(before)) >= 0;
  }

  /** Whether a plain scalar may end here. */
  private static boolean mayEnd(String content, int end) {
    return end >= content.length() || " \t\r\n,]}".indexOf(content.charAt(end)) >= 0;
  }
}
