package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.ListOf;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Text;
import java.util.ArrayList;
import java.util.List;

/** The functions from strings to strings (Nix reference manual, "Built-ins"; nixpkgs, lib). */
final class TextFunctions {
  private TextFunctions() {}

  static Value run(
      Evaluator evaluator, Builtin builtin, Value first, List<Thunk> arguments, SpineStep place) {
    Value second = arguments.get(1).force(evaluator);
    return switch (builtin) {
      case REMOVE_PREFIX -> removePrefix(evaluator, first, second, place);
      case REMOVE_SUFFIX -> removeSuffix(evaluator, first, second, place);
      case CONCAT_STRINGS_SEP -> concat(evaluator, first, second, place);
      default -> replace(evaluator, first, second, arguments.get(2).force(evaluator), place);
    };
  }

  private static Value removePrefix(Evaluator evaluator, Value prefix, Value of, SpineStep place) {
    if (!(prefix instanceof Text a) || !(of instanceof Text b)) {
      return notText(prefix instanceof Text ? of : prefix, place);
    }
    String value = b.value();
    return text(
        evaluator,
        value.startsWith(a.value()) ? value.substring(a.value().length()) : value,
        place);
  }

  private static Value removeSuffix(Evaluator evaluator, Value suffix, Value of, SpineStep place) {
    if (!(suffix instanceof Text a) || !(of instanceof Text b)) {
      return notText(suffix instanceof Text ? of : suffix, place);
    }
    String value = b.value();
    return text(
        evaluator,
        value.endsWith(a.value()) ? value.substring(0, value.length() - a.value().length()) : value,
        place);
  }

  private static Value concat(Evaluator evaluator, Value separator, Value list, SpineStep place) {
    if (!(separator instanceof Text between)) {
      return notText(separator, place);
    }
    List<String> items = new ArrayList<>();
    Value stuck = texts(evaluator, list, items, place);
    if (!(stuck instanceof ListOf)) {
      return stuck;
    }
    long length = (long) between.value().length() * Math.max(0, items.size() - 1);
    for (String item : items) {
      length += item.length();
    }
    return Strings.isTooLong(length)
        ? Strings.tooLong(place)
        : text(evaluator, String.join(between.value(), items), place);
  }

  /**
   * At each place the first that fits is replaced, and what was put in is not looked at again. An
   * empty string fits everywhere and goes before the next character.
   */
  private static Value replace(
      Evaluator evaluator, Value from, Value to, Value in, SpineStep place) {
    List<String> olds = new ArrayList<>();
    List<String> news = new ArrayList<>();
    Value stuck = texts(evaluator, from, olds, place);
    if (!(stuck instanceof ListOf)) {
      return stuck;
    }
    stuck = texts(evaluator, to, news, place);
    if (!(stuck instanceof ListOf) || olds.size() != news.size()) {
      return stuck instanceof ListOf ? Value.Unknown.of(place) : stuck;
    }
    if (!(in instanceof Text text)) {
      return notText(in, place);
    }
    if (!evaluator.spend((long) text.value().length() * (olds.size() + 1))) {
      return Value.Unknown.of(place);
    }
    String result = replaced(text.value(), olds, news);
    return Strings.isTooLong(result.length())
        ? Strings.tooLong(place)
        : text(evaluator, result, place);
  }

  private static String replaced(String text, List<String> olds, List<String> news) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at <= text.length() && !Strings.isTooLong(result.length())) {
      int found = 0;
      while (found < olds.size() && !text.startsWith(olds.get(found), at)) {
        found++;
      }
      int length = found < olds.size() ? olds.get(found).length() : 0;
      if (found < olds.size()) {
        result.append(news.get(found));
      }
      if (length == 0 && at < text.length()) {
        result.append(text.charAt(at));
      }
      at += Math.max(1, length);
    }
    return result.toString();
  }

  /** Collects the strings of a list; gives the list back, or what stands in the way. */
  private static Value texts(Evaluator evaluator, Value list, List<String> into, SpineStep place) {
    if (!(list instanceof ListOf items)) {
      return Evaluator.undecided(list, "a list of strings is needed", place);
    }
    evaluator.spend(items.items().size());
    for (Thunk item : items.items()) {
      Value value = item.force(evaluator);
      if (!(value instanceof Text text)) {
        return notText(value, place);
      }
      into.add(text.value());
    }
    return list;
  }

  private static Value notText(Value value, SpineStep place) {
    return value instanceof Value.FilePath || value instanceof Value.Attributes
        ? Value.Unknown.of(place)
        : Evaluator.undecided(value, "a string is needed", place);
  }

  private static Text text(Evaluator evaluator, String value, SpineStep place) {
    evaluator.spend(value.length() / Long.BYTES);
    return new Text(value, Origin.pieces(place));
  }
}
