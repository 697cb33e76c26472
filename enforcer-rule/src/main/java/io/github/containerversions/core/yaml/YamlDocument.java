package io.github.containerversions.core.yaml;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML: a plain text in one pass, and any other by SnakeYAML, whose classes are loaded only
 * then.
 */
public final class YamlDocument {

  /** More than an inventory of the largest size can sensibly have; some 20 MB of memory. */
  static final int MAX_NODES = 200_000;

  private static final int PIECE = 64;

  private YamlDocument() {}

  /**
   * The root of the one document in a text; an empty scalar where the text holds nothing.
   *
   * @throws BrokenYaml if the text is not well-formed, holds several documents or exceeds a limit
   */
  public static YamlNode read(SourceText text) throws BrokenYaml {
    YamlNode plain = plain(text, MAX_NODES);
    return plain == null ? EventNodes.read(text, false).get(0) : plain;
  }

  /**
   * The roots of all documents in a text, in order; the limits hold for all of them together.
   *
   * @throws BrokenYaml if the text is not well-formed or exceeds a limit
   */
  public static List<YamlNode> readAll(SourceText text) throws BrokenYaml {
    YamlNode plain = plain(text, MAX_NODES);
    return plain == null ? EventNodes.read(text, true) : List.of(plain);
  }

  /**
   * The root of a text that is plain; null where it is not, or has more nodes.
   *
   * @throws BrokenYaml if the text has a character that YAML does not allow
   */
  static @Nullable YamlNode plain(SourceText text, int mostNodes) throws BrokenYaml {
    String content = text.content();
    if (!isPlainAscii(content)) {
      refuseUnprintable(text);
      if (!hasPlainLines(content)) {
        return null;
      }
    }
    return PlainYaml.read(content, mostNodes);
  }

  /** No tabs, and no line breaks but those that everyone knows. */
  private static boolean hasPlainLines(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        if (c == '\t' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
          return false;
        }
      } else if (c > '~' && (c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF')) {
        return false;
      }
    }
    return true;
  }

  private static void refuseUnprintable(SourceText text) throws BrokenYaml {
    int unprintable = TextStream.firstUnprintable(text.content());
    if (unprintable >= 0) {
      throw new BrokenYaml(
          Problem.of(
              Kind.SYNTAX,
              String.format(
                  "YAML allows no character U+%04X", text.content().codePointAt(unprintable)),
              "remove it, or write it as an escape between double quotes",
              text.span(unprintable, unprintable + 1)));
    }
  }

  /** Whether a text has only characters of ASCII that all YAML allows, and no tab. */
  private static boolean isPlainAscii(String text) {
    // In pieces, as Java compiles a method that is called often sooner than one long loop.
    for (int from = 0; from < text.length(); from += PIECE) {
      if (!isPlainAscii(text, from, Math.min(from + PIECE, text.length()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainAscii(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if ((c < ' ' && c != '\n') || c > '~') {
        return false;
      }
    }
    return true;
  }
}
