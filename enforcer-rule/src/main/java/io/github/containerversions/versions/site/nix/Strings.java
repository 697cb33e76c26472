package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.site.nix.Expr.Interpolation;
import io.github.containerversions.versions.site.nix.Expr.Piece;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Strings and paths with what is put into them, and the operator {@code +}. */
final class Strings {
  /** No version is longer; doubling a string over and over must come to an end. */
  private static final int MAX_LENGTH = 1 << 16;

  private final Evaluator evaluator;

  Strings(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value string(Expr.Str string, Environment environment) {
    SpineStep place = SpineStep.of(environment.text(), string);
    evaluator.spend((string.end() - string.start()) / Long.BYTES);
    String content = environment.text().content();
    if (string.isPlain()) {
      SpineStep literal = new SpineStep(environment.text(), string.textStart(), string.textEnd());
      Origin origin = new Origin(literal, place, null);
      return new Text(StringText.plain(content, string), origin);
    }
    Value joined = join(string.pieces(), StringText.of(content, string), environment, place);
    if (!(joined instanceof Unknown unknown)) {
      return joined;
    }
    // The value of "${x}" is that of x, and "v${x}" is the same version.
    boolean tag = string.pieces().size() == 2 && place.written().startsWith("\"v${");
    return string.pieces().size() == 1 || (tag && unknown.named())
        ? (tag ? unknown.unnamed() : unknown)
        : unknown.piece();
  }

  Value path(Expr.Path path, Environment environment) {
    SpineStep place = SpineStep.of(environment.text(), path);
    evaluator.spend((path.end() - path.start()) / Long.BYTES);
    List<String> written = new ArrayList<>();
    for (Piece piece : path.pieces()) {
      written.add(
          piece instanceof Expr.Text text
              ? environment.text().content().substring(text.start(), text.end())
              : "");
    }
    Value joined = join(path.pieces(), written, environment, place);
    return joined instanceof Text text
        ? Paths.resolve(environment.text().file(), text.value(), place)
        : joined;
  }

  /** Puts the texts together with the values of the pieces between them. */
  private Value join(
      List<Piece> pieces, List<String> texts, Environment environment, SpineStep place) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      joined.append(texts.get(i));
      if (pieces.get(i) instanceof Interpolation interpolation) {
        Value value = evaluator.evaluate(interpolation.value(), environment);
        if (!(value instanceof Text text)) {
          return notText(value, SpineStep.of(environment.text(), interpolation.value()));
        }
        joined.append(text.value());
      }
      if (joined.length() > MAX_LENGTH) {
        return tooLong(place);
      }
    }
    evaluator.spend(joined.length() / Long.BYTES);
    return new Text(joined.toString(), Origin.pieces(place));
  }

  private static Value notText(Value value, SpineStep place) {
    if (value instanceof Unknown) {
      return value;
    }
    if (value instanceof FilePath || value instanceof Value.Attributes) {
      // A path becomes one of the store, a set its output: Nix would have to build it.
      return Unknown.of(place);
    }
    return Evaluator.undecided(value, "a string is needed", place);
  }

  /** A chain of additions, from the left; it may be long, so there is no recursion. */
  Value sum(Expr.Binary last, Environment environment) {
    List<Expr> operands = new ArrayList<>();
    Expr expr = last;
    while (expr instanceof Expr.Binary binary && binary.operator() == Operator.PLUS) {
      operands.add(binary.right());
      expr = binary.left();
    }
    operands.add(expr);
    Collections.reverse(operands);
    SpineStep place = SpineStep.of(environment.text(), last);
    Value first = evaluator.evaluate(operands.get(0), environment);
    List<Expr> others = operands.subList(1, operands.size());
    if (first instanceof Text text) {
      return append(text.value(), others, environment, place);
    }
    if (first instanceof FilePath path) {
      Value tail = append("", others, environment, place);
      return tail instanceof Text text ? Paths.append(path, text.value()) : tail;
    }
    if (first instanceof Value.Attributes) {
      // Nix takes the string that the set stands for, its outPath or __toString.
      return Unknown.of(place);
    }
    if (!Operators.isNumber(first)) {
      SpineStep start = SpineStep.of(environment.text(), operands.get(0));
      return Evaluator.undecided(first, "a string or a number is needed", start);
    }
    return add(first, others, environment, place);
  }

  private Value append(String first, List<Expr> others, Environment environment, SpineStep place) {
    StringBuilder sum = new StringBuilder(first);
    for (Expr operand : others) {
      Value value = evaluator.evaluate(operand, environment);
      if (!(value instanceof Text text)) {
        Value stuck = notText(value, SpineStep.of(environment.text(), operand));
        return stuck instanceof Unknown unknown ? unknown.piece() : stuck;
      }
      sum.append(text.value());
      if (sum.length() > MAX_LENGTH) {
        return tooLong(place);
      }
    }
    evaluator.spend(sum.length() / Long.BYTES);
    return new Text(sum.toString(), Origin.pieces(place));
  }

  private Value add(Value first, List<Expr> others, Environment environment, SpineStep place) {
    Value sum = first;
    for (Expr operand : others) {
      Value value = evaluator.evaluate(operand, environment);
      if (!Operators.isNumber(value)) {
        return Evaluator.undecided(
            value, "a number is needed", SpineStep.of(environment.text(), operand));
      }
      sum = Operators.sum(sum, value, place);
    }
    return sum;
  }

  /** Whether a text is too long to go on with. */
  static boolean isTooLong(long length) {
    return length > MAX_LENGTH;
  }

  static Value tooLong(SpineStep place) {
    return Evaluator.fail(
        Problem.Kind.SHAPE,
        "a text of more than " + MAX_LENGTH + " characters is no version",
        place);
  }
}
