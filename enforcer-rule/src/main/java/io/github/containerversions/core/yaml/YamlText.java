package io.github.containerversions.core.yaml;

import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** How a text is written as a scalar. */
public final class YamlText {

  /** Numbers that are printed as they were written: no zero at an end, no sign, no exponent. */
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.(?:0|[0-9]*[1-9]))?");

  private static final Set<Tag> NUMBERS = Set.of(Tag.INT, Tag.FLOAT);

  private YamlText() {}

  /**
   * Whether a text of letters, digits and {@code . _ -} means something else than itself where it
   * has no quotes: a reader of YAML 1.1 takes {@code 2.10} for 2.1, and {@code 2026-02-16} for a
   * date.
   */
  public static boolean needsQuotes(String text) {
    Tag tag = new Resolver().resolve(NodeId.scalar, text, true);
    return !tag.equals(Tag.STR) && !(NUMBERS.contains(tag) && PLAIN_NUMBER.matcher(text).matches());
  }
}
