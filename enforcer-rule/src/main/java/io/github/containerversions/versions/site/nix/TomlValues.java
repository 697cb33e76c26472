package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.FloatNumber;
import io.github.containerversions.versions.site.nix.Value.IntNumber;
import io.github.containerversions.versions.site.nix.Value.ListOf;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A TOML text as Nix values, whose strings know where they stand. Where Nix and what is read here
 * might part (dates, strings of several lines, keys given twice), there is no value.
 */
final class TomlValues {
  private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
  private static final Pattern OTHER_BASE =
      Pattern.compile("0x[0-9A-Fa-f](_?[0-9A-Fa-f])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(inf|nan|(0|[1-9](_?[0-9])*)"
              + "([.][0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?)");

  /** More digits may be more than Nix's 64 bits hold. */
  private static final int MAX_DIGITS = 18;

  private final SourceText source;
  private final @Nullable Origin origin;
  private final JsonText.Work work;

  /** See {@link JsonText} for the parameters. */
  TomlValues(SourceText source, @Nullable Origin origin, JsonText.Work work) {
    this.source = source;
    this.origin = origin;
    this.work = work;
  }

  Value read() throws SyntaxException {
    if (source.hasByteOrderMark()) {
      throw new SyntaxException("it starts with a byte order mark", 0, 0, false);
    }
    try {
      return value(KeyFile.TOML.nodes(source).get(0));
    } catch (UnparsableException e) {
      SourceSpan at = (SourceSpan) e.problem().location();
      int start = source.offset(at.line(), at.column());
      int end = source.offset(at.endLine(), at.endColumn());
      throw new SyntaxException(reason(e), start, end, false);
    }
  }

  private static String reason(UnparsableException e) {
    String message = e.problem().message();
    return message.substring(message.indexOf(": ") + 2);
  }

  private Value value(YamlNode node) throws SyntaxException {
    if (!work.spend(JsonText.VALUE)) {
      throw new SyntaxException("it holds too much", node.start(), node.start(), true);
    }
    if (node instanceof YamlNode.Mapping table) {
      Map<String, Thunk> members = new HashMap<>();
      for (YamlNode.Pair pair : table.pairs()) {
        YamlNode.Scalar key = (YamlNode.Scalar) pair.key();
        if (members.put(key.text(), Thunk.of(value(pair.value()))) != null) {
          throw new SyntaxException("a key is given twice", key.start(), key.end(), false);
        }
      }
      return new Attributes(members, null);
    }
    if (node instanceof YamlNode.Items list) {
      List<Thunk> items = new ArrayList<>();
      for (YamlNode item : list.items()) {
        items.add(Thunk.of(value(item)));
      }
      return new ListOf(List.copyOf(items));
    }
    return scalar((YamlNode.Scalar) node);
  }

  private Value scalar(YamlNode.Scalar scalar) throws SyntaxException {
    SpineStep content = new SpineStep(source, scalar.start(), scalar.end());
    if (scalar.style() == Style.BLOCK) {
      return unknown();
    }
    if (scalar.style() == Style.QUOTED) {
      if (scalar.text().codePoints().anyMatch(TomlValues::isNoCharacter)) {
        throw new SyntaxException(
            "half a surrogate pair or NUL", content.start(), content.end(), false);
      }
      SpineStep whole = new SpineStep(source, scalar.start() - 1, scalar.end() + 1);
      return new Text(scalar.text(), origin != null ? origin : new Origin(content, whole, null));
    }
    String text = scalar.text();
    if (text.equals("true") || text.equals("false")) {
      return new Bool(text.equals("true"));
    }
    if (INTEGER.matcher(text).matches() && text.length() <= MAX_DIGITS) {
      return new IntNumber(Long.parseLong(text.replace("_", "")));
    }
    if (OTHER_BASE.matcher(text).matches() || INTEGER.matcher(text).matches()) {
      return unknown();
    }
    if (FLOAT.matcher(text).matches()) {
      return new FloatNumber();
    }
    throw new SyntaxException(
        "a value that Nix does not read", scalar.start(), scalar.end(), false);
  }

  /** What the file holds is not shown. */
  private Unknown unknown() {
    return Unknown.of("a value in " + Quote.of(source.file()));
  }

  private static boolean isNoCharacter(int codePoint) {
    return codePoint == 0
        || (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint));
  }
}
