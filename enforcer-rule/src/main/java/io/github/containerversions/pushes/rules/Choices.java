package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Actions gives that chooses between values, or puts them together (GitHub
 * Docs, "Evaluate expressions in workflows and actions").
 */
final class Choices {
  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_DEPTH = 20;

  private static final Pattern CHOOSES =
      Pattern.compile("\\|\\||&&|^'|\\b(?i:format|join|fromjson)\\(");
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Pattern CALL = Pattern.compile("(?i)(format|join)\\((.*)\\)");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Tags of docker/metadata-action, which gives them as a list and in its output "json". */
  private static final Pattern OF_JSON =
      Pattern.compile("(?i)fromjson\\((steps\\.[\\w-]+\\.outputs)\\.json\\)\\.tags\\[\\d+]");

  private final Piece.Expression expression;
  private final ShellWord owner;
  private final Function<List<LocatedPiece>, List<LocatedPiece>> values;
  private int depth;

  /** A value that an expression may give, and whether it counts as true. */
  private record Way(List<LocatedPiece> value, boolean surely, boolean never) {
    static Way of(List<LocatedPiece> value) {
      boolean known = value.stream().allMatch(LocatedPiece::isText);
      String text = LocatedPiece.written(value);
      boolean open = !known || text.equals("false") || text.equals("0");
      return new Way(value, !open && !text.isEmpty(), known && text.isEmpty());
    }
  }

  private Choices(
      Piece.Expression expression,
      ShellWord owner,
      Function<List<LocatedPiece>, List<LocatedPiece>> values) {
    this.expression = expression;
    this.owner = owner;
    this.values = values;
  }

  /**
   * The value of an expression, with one piece for what is chosen in it; empty where it is not
   * understood, or where it may be a secret.
   *
   * @param values gives the value of a name
   */
  static Optional<List<LocatedPiece>> of(
      Piece.Expression expression,
      ShellWord owner,
      Function<List<LocatedPiece>, List<LocatedPiece>> values) {
    if (expression.body().length() > MAX_LENGTH || !CHOOSES.matcher(expression.body()).find()) {
      return Optional.empty();
    }
    Choices choices = new Choices(expression, owner, values);
    List<Way> ways = choices.ways(Condition.bare(expression.body()));
    return ways.isEmpty() || ways.size() > Ways.MAX
        ? Optional.empty()
        : Optional.of(choices.together(ways));
  }

  /** One value, or the other where it is empty or not known. */
  static List<LocatedPiece> or(
      List<LocatedPiece> value, List<LocatedPiece> otherwise, LocatedPiece place) {
    Way first = Way.of(value);
    if (first.never()) {
      return otherwise;
    }
    Piece piece = place.piece();
    return first.surely()
        ? value
        : List.of(
            new LocatedPiece(
                new Piece.OneOf(
                    List.of(Words.word(value, place), Words.word(otherwise, place)),
                    false,
                    place.identity(),
                    "",
                    piece.start(),
                    piece.end()),
                place.owner()));
  }

  /** A value that may be there, and may be nothing instead. */
  static List<LocatedPiece> maybe(List<LocatedPiece> value, LocatedPiece place, String condition) {
    Piece piece =
        new Piece.OneOf(
            List.of(Words.word(value, place), Words.word(List.of(), place)),
            false,
            condition + "?" + LocatedPiece.written(value),
            Condition.of(condition, any -> Optional.empty()),
            place.piece().start(),
            place.piece().end());
    return List.of(new LocatedPiece(piece, place.owner()));
  }

  private List<LocatedPiece> together(List<Way> ways) {
    List<List<LocatedPiece>> values = ways.stream().map(Way::value).distinct().toList();
    if (values.size() < 2) {
      return values.isEmpty() ? List.of() : values.get(0);
    }
    LocatedPiece place = new LocatedPiece(expression, owner);
    List<String> or = Condition.split(Condition.bare(expression.body()), "||");
    List<String> and = Condition.split(Condition.bare(or.get(0)), "&&");
    String condition =
        or.size() <= 2
            ? Condition.of(
                String.join("&&", and.subList(0, and.size() - 1)), any -> Optional.empty())
            : "";
    return List.of(
        new LocatedPiece(
            new Piece.OneOf(
                values.stream().map(it -> Words.word(it, place)).toList(),
                false,
                expression.body(),
                condition,
                expression.start(),
                expression.end()),
            owner));
  }

  /** All that a part of the expression may give; none where that is not known. */
  private List<Way> ways(String part) {
    if (++depth > MAX_DEPTH) {
      return List.of();
    }
    try {
      List<String> or = Condition.split(part, "||");
      if (or.size() > 1) {
        return either(or);
      }
      List<String> and = Condition.split(part, "&&");
      return and.size() > 1 ? both(and) : one(part);
    } finally {
      depth--;
    }
  }

  private List<Way> either(List<String> parts) {
    List<Way> all = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      List<Way> ways = ways(Condition.bare(parts.get(at)));
      if (ways.isEmpty()) {
        return List.of();
      }
      boolean last = at == parts.size() - 1;
      ways.stream().filter(it -> last || !it.never()).forEach(all::add);
      if (ways.stream().allMatch(Way::surely)) {
        return all;
      }
    }
    return all;
  }

  private List<Way> both(List<String> parts) {
    boolean mayFail = false;
    for (String part : parts.subList(0, parts.size() - 1)) {
      String bare = Condition.bare(part);
      Optional<Boolean> holds = holds(bare);
      List<Way> ways = holds.isPresent() || isTest(bare) ? List.of() : ways(bare);
      boolean never = holds.equals(Optional.of(false));
      if (never || (!ways.isEmpty() && ways.stream().allMatch(Way::never))) {
        return List.of(Way.of(List.of()));
      }
      boolean surely = !ways.isEmpty() && ways.stream().allMatch(Way::surely);
      mayFail |= holds.isEmpty() && !surely;
    }
    List<Way> last = ways(Condition.bare(parts.get(parts.size() - 1)));
    if (last.isEmpty() || !mayFail) {
      return last;
    }
    List<Way> all = new ArrayList<>(last);
    all.add(Way.of(List.of()));
    return all;
  }

  /** Whether a part is a test, of which nothing but yes or no comes. */
  private static boolean isTest(String part) {
    return part.startsWith("!")
        || Condition.split(part, "==").size() > 1
        || Condition.split(part, "!=").size() > 1
        || part.matches("(?i)(contains|startsWith|endsWith|success|failure|always)\\(.*");
  }

  /** Whether a comparison holds, where both sides are known. */
  private Optional<Boolean> holds(String part) {
    for (String sign : List.of("==", "!=")) {
      List<String> sides = Condition.split(part, sign);
      if (sides.size() == 2) {
        List<Way> left = ways(Condition.bare(sides.get(0)));
        List<Way> right = ways(Condition.bare(sides.get(1)));
        if (left.size() == 1 && right.size() == 1 && isText(left) && isText(right)) {
          String one = LocatedPiece.written(left.get(0).value());
          String other = LocatedPiece.written(right.get(0).value());
          return Optional.of(one.equalsIgnoreCase(other) == sign.equals("=="));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isText(List<Way> ways) {
    return ways.get(0).value().stream().allMatch(LocatedPiece::isText);
  }

  private List<Way> one(String part) {
    Matcher text = TEXT.matcher(part);
    Matcher call = CALL.matcher(part);
    Matcher json = OF_JSON.matcher(part);
    if (text.matches()) {
      return List.of(Way.of(text(text.group(1).replace("''", "'"))));
    } else if (json.matches()) {
      List<List<LocatedPiece>> tags = LocatedPiece.list(value(json.group(1) + ".tags"));
      return tags.isEmpty() ? List.of() : List.of(Way.of(tags.get(0)));
    } else if (call.matches()) {
      List<String> arguments = Condition.split(call.group(2), ",");
      return call.group(1).equalsIgnoreCase("join")
          ? ways(Condition.bare(arguments.get(0)))
          : format(arguments);
    } else if (!NAME.matcher(part).matches() || mayBeSecret(part)) {
      return List.of();
    }
    return List.of(Way.of(value(part)));
  }

  private static boolean mayBeSecret(String name) {
    return !Expressions.secrets(name).isEmpty() || Expressions.isRunnerToken(name);
  }

  /** The text of the first argument with the others in its places. */
  private List<Way> format(List<String> arguments) {
    Matcher template = TEXT.matcher(arguments.get(0));
    if (!template.matches()) {
      return List.of();
    }
    String text = template.group(1).replace("''", "'");
    List<LocatedPiece> all = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      int number = Integer.parseInt(place.group(1)) + 1;
      List<Way> ways =
          number < arguments.size() ? ways(Condition.bare(arguments.get(number))) : List.of();
      if (ways.isEmpty()) {
        return List.of();
      }
      all.addAll(text(text.substring(from, place.start())));
      all.addAll(together(ways));
      from = place.end();
    }
    all.addAll(text(text.substring(from)));
    return List.of(Way.of(all));
  }

  private List<LocatedPiece> text(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(
            new LocatedPiece(new Piece.Text(text, expression.start(), expression.end()), owner));
  }

  /** The value of a name; the name itself where it has none that is known. */
  private List<LocatedPiece> value(String name) {
    Piece piece =
        name.equals("true") || name.equals("false")
            ? new Piece.Text(name, expression.start(), expression.end())
            : new Piece.Expression(name, expression.start(), expression.end(), expression.given());
    return values.apply(List.of(new LocatedPiece(piece, owner)));
  }
}
