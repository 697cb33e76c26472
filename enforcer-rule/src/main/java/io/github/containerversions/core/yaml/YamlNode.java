package io.github.containerversions.core.yaml;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.List;

/**
 * A node of a YAML document, with nothing resolved: a scalar is its text, whatever type its looks
 * would give it.
 *
 * <p>An alias is the very node that it stands for. A node may therefore hold itself: nodes are
 * compared by identity only.
 */
public sealed interface YamlNode {

  /** Where it begins; a scalar without its quotes, a collection with its anchor or tag. */
  int start();

  /** Where a message about it points: a scalar as a whole, the first character of a collection. */
  SourceSpan location(SourceText text);

  /** What messages call it. */
  String kind();

  /**
   * A scalar.
   *
   * @param text the value, with escapes and line folding resolved
   * @param style how it is written
   * @param tag the tag as resolved, such as {@code tag:yaml.org,2002:str}; empty where none is
   *     written
   * @param end the offset just after its last character, quotes not included
   */
  record Scalar(String text, Style style, String tag, int start, int end) implements YamlNode {
    /** How a scalar is written; a block's offsets are those of its content. */
    public enum Style {
      PLAIN,
      QUOTED,
      BLOCK
    }

    public static final String TAG_PREFIX = "tag:yaml.org,2002:";

    /** Whether it is null by its looks (YAML types, null) or by its tag. */
    public boolean isNull() {
      return tag.equals(TAG_PREFIX + "null")
          || (isPlain()
              && switch (text) {
                case "", "~", "null", "Null", "NULL" -> true;
                default -> false;
              });
    }

    /** Whether it has no quotes and no tag: only then do its looks mean anything to YAML. */
    public boolean isPlain() {
      return style == Style.PLAIN && tag.isEmpty();
    }

    /** Its text in the file, with quotes. */
    public String written(SourceText source) {
      int quote = style == Style.QUOTED ? 1 : 0;
      return source.content().substring(start - quote, end + quote);
    }

    /** Whether it is text by its tag; without a tag every scalar is. */
    public boolean isText() {
      return tag.isEmpty() || tag.equals("!") || tag.equals(TAG_PREFIX + "str");
    }

    /** Whether it is text and holds more than white space. */
    public boolean saysSomething() {
      return isText() && !isNull() && !text.isBlank();
    }

    @Override
    public SourceSpan location(SourceText source) {
      return source.span(start, end);
    }

    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A sequence. */
  record Items(List<YamlNode> items, int start) implements YamlNode {

    @Override
    public SourceSpan location(SourceText source) {
      return source.span(start, start + 1);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, with merge keys as they stand. */
  record Mapping(List<Pair> pairs, int start) implements YamlNode {

    @Override
    public SourceSpan location(SourceText source) {
      return source.span(start, start + 1);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A key with its value. */
  record Pair(YamlNode key, YamlNode value) {

    public boolean isNamed(String name) {
      return key instanceof Scalar scalar && scalar.text().equals(name);
    }

    /** Whether the value is merged into the mapping (YAML types, merge key). */
    public boolean isMerge() {
      return key instanceof Scalar scalar && scalar.isPlain() && scalar.text().equals("<<");
    }
  }
}
