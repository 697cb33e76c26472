package io.github.containerversions.versions.edit;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlText;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quotes that a version needs in a file. */
public final class Quotes {
  private final SourceText text;

  /** The offsets that stand between quotes that their line has opened; empty until it is needed. */
  private @Nullable BitSet quoted;

  public Quotes(SourceText text) {
    this.text = text;
  }

  /** The file. */
  public SourceText text() {
    return text;
  }

  /**
   * A version in place of another one. A plain scalar of YAML gets quotes where it would mean
   * something else without them; a number of JSON and TOML always gets them, as a version is not a
   * number.
   *
   * @param start where the other version begins, an offset
   * @param end the offset just after it
   */
  public String inPlaceOf(int start, int end, String version) {
    Optional<KeyFile> kind = KeyFile.of(text.file());
    if (kind.equals(Optional.of(KeyFile.JSON)) || kind.equals(Optional.of(KeyFile.TOML))) {
      return inTexts(text.content()).get(start) ? version : quoted(version);
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

  private BitSet inTexts(String content) {
    if (quoted == null) {
      quoted = new BitSet(content.length());
      char open = 0;
      for (int at = 0; at < content.length(); at++) {
        char c = content.charAt(at);
        quoted.set(at, open != 0 && c != '\n');
        if (c == '\n') {
          open = 0;
        } else if (open == '"' && c == '\\') {
          at++;
          quoted.set(at);
        } else if (open == c) {
          open = 0;
        } else if (open == 0 && (c == '"' || c == '\'')) {
          open = c;
        }
      }
    }
    return quoted;
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
