package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.nix.Expr.Formal;
import io.github.containerversions.versions.site.nix.Expr.Formals;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.Closure;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.IntNumber;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Partial;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of functions: those of the file, and the few of Nix and nixpkgs that are known here. */
final class Calls {
  private static final int COST_OF_FILE = 20;

  private final Evaluator evaluator;
  private final FollowedFiles files;
  private final Packages packages;

  Calls(Evaluator evaluator, FollowedFiles files) {
    this.evaluator = evaluator;
    this.files = files;
    this.packages = new Packages(evaluator, this);
  }

  Value call(Expr.Call call, Environment environment) {
    return call(call, call.arguments().size(), environment);
  }

  /** The value of a call that is given the first so many of its arguments only. */
  Value call(Expr.Call call, int count, Environment environment) {
    SpineStep place = SpineStep.of(environment.text(), call);
    Value value = evaluator.evaluate(call.function(), environment);
    for (Expr argument : call.arguments().subList(0, count)) {
      value = apply(value, Thunk.of(argument, environment), place);
    }
    return value;
  }

  Value apply(Value function, Thunk argument, SpineStep place) {
    if (function instanceof Closure closure) {
      Entered entered = enter(closure.lambda(), closure.environment(), argument, place);
      return entered.failure() != null
          ? entered.failure()
          : evaluator.evaluate(closure.lambda().body(), entered.environment());
    }
    if (function instanceof Partial partial) {
      List<Thunk> arguments = new ArrayList<>(partial.arguments());
      arguments.add(argument);
      return arguments.size() < partial.builtin().arity()
          ? new Partial(partial.builtin(), List.copyOf(arguments))
          : run(partial.builtin(), arguments, place);
    }
    if (function instanceof Unknown unknown) {
      return isNixpkgs(unknown)
          ? new Unknown(place.quote(), false, unknown.attribute(), false, true)
          : packages.built(unknown, argument, place);
    }
    if (function instanceof Value.Overriding override) {
      return packages.overridden(override, argument, place);
    }
    // A set may be callable, by __functor.
    return function instanceof Attributes || function instanceof Value.Library
        ? Unknown.of(place)
        : Evaluator.undecided(function, "a function is needed", place);
  }

  private static boolean isNixpkgs(Unknown unknown) {
    return unknown.attribute() != null && unknown.attribute().isEmpty();
  }

  /**
   * The names that a function's body sees.
   *
   * @param failure why the function does not take the argument; null where it does
   */
  record Entered(Environment environment, @Nullable Value failure) {}

  Entered enter(Expr.Lambda lambda, Environment outer, Thunk argument, SpineStep place) {
    Map<String, Thunk> names = new HashMap<>();
    Environment inner = outer.binding(names);
    Formals formals = lambda.formals();
    if (lambda.name() != null) {
      names.put(lambda.name(), argument);
    }
    if (formals == null) {
      return new Entered(inner, null);
    }
    Value given = argument.force(evaluator);
    if (!(given instanceof Attributes) && Value.unknown(given) == null) {
      return new Entered(inner, Evaluator.undecided(given, "a set of arguments is needed", place));
    }
    evaluator.spendNames(formals.byName().size());
    for (Map.Entry<String, Formal> formal : formals.byName().entrySet()) {
      String name = formal.getKey();
      Thunk value = evaluator.sets().member(given, name);
      if (value == null) {
        Expr fallback = formal.getValue().fallback();
        if (fallback == null) {
          return new Entered(inner, refused("needs the argument '" + Quote.of(name) + "'", place));
        }
        value = Thunk.of(fallback, inner);
      }
      names.put(name, value);
    }
    if (given instanceof Attributes set && !formals.open()) {
      evaluator.spend(set.known().size());
      for (String name : set.known().keySet()) {
        if (!formals.byName().containsKey(name)) {
          return new Entered(inner, refused("takes no argument '" + Quote.of(name) + "'", place));
        }
      }
    }
    return new Entered(inner, null);
  }

  private static Failure refused(String why, SpineStep place) {
    return Evaluator.fail(
        Problem.Kind.SHAPE, "evaluation fails: the function called here " + why, place);
  }

  // Built-in functions.

  private Value run(Builtin builtin, List<Thunk> arguments, SpineStep place) {
    Value first = arguments.get(0).force(evaluator);
    return switch (builtin) {
      case ABORT, THROW -> thrown(first, place);
      case ATTRS_OF_FILTER,
          ATTRS_OF_MAP,
          INTERSECT_ATTRS,
          OPTIONAL_ATTRS,
          RECURSIVE_UPDATE,
          REMOVE_ATTRS ->
          SetFunctions.run(evaluator, builtin, first, arguments.get(1), place);
      case FIX ->
          first instanceof Closure closure ? packages.fix(closure, place) : Unknown.of(place);
      case IDENTITY -> first;
      case IMPORT -> imported(first, place);
      case READ_FILE -> file(first, place);
      case FILE_CONTENTS -> withoutLineEnd(file(first, place));
      case FROM_JSON -> json(first, place);
      case IMPORT_JSON -> json(file(first, place), place);
      case GET_VERSION -> version(first, place);
      case TO_STRING -> string(first, place);
      case REMOVE_PREFIX, REMOVE_SUFFIX, CONCAT_STRINGS_SEP, REPLACE_STRINGS ->
          TextFunctions.run(evaluator, builtin, first, arguments, place);
    };
  }

  private static Value thrown(Value message, SpineStep place) {
    return message instanceof Text text
        ? Evaluator.fail(Problem.Kind.SHAPE, "evaluation fails: " + Quote.value(text), place)
        : Unknown.of(place);
  }

  private Value imported(Value path, SpineStep place) {
    if (path instanceof FilePath file) {
      return expression(file).force(evaluator);
    }
    if (path instanceof Unknown unknown) {
      boolean nixpkgs = isNixpkgs(unknown) || unknown.what().endsWith("nixpkgs");
      return nixpkgs ? new Unknown(place.quote(), false, "", false, true) : Unknown.of(place);
    }
    return path instanceof Value.Library ? path : notFile(path, place);
  }

  /** The expression in a file, which takes memory as long as the reading goes on. */
  Thunk expression(FilePath file) {
    long before = files.parsed();
    // To see that a path is a folder takes a call of the system.
    if (!evaluator.spend(COST_OF_FILE)) {
      return Thunk.of(Evaluator.tooMuch(file.literal()));
    }
    Thunk expression = files.expression(file);
    evaluator.spend(files.parsed() - before);
    return expression;
  }

  private Value file(Value path, SpineStep place) {
    if (!(path instanceof FilePath file)) {
      return notFile(path, place);
    }
    Value content = files.content(file);
    evaluator.spend(
        content instanceof Text text
            ? COST_OF_FILE + text.value().length() / Long.BYTES
            : COST_OF_FILE);
    return content;
  }

  private static Value notFile(Value path, SpineStep place) {
    if (path instanceof Text text) {
      return Evaluator.fail(
          Problem.Kind.UNREADABLE, "'" + Quote.value(text) + "' is outside the repository", place);
    }
    return path instanceof Unknown || path instanceof Attributes
        ? Unknown.of(place)
        : Evaluator.undecided(path, "a path is needed", place);
  }

  /** As nixpkgs does: one line feed at the end does not count. */
  private static Value withoutLineEnd(Value content) {
    return content instanceof Text text && text.value().endsWith("\n")
        ? new Text(text.value().substring(0, text.value().length() - 1), text.origin())
        : content;
  }

  private Value json(Value text, SpineStep place) {
    if (!(text instanceof Text json)) {
      return Evaluator.undecided(text, "a string is needed", place);
    }
    if (!evaluator.spend(json.value().length() / Long.BYTES)) {
      return Evaluator.tooMuch(place);
    }
    SourceText file = json.origin().wholeFile();
    SourceText source = file != null ? file : SourceText.of(place.text().file(), json.value());
    try {
      return new JsonText(source, file != null ? null : Origin.pieces(place), evaluator::spendNames)
          .read();
    } catch (SyntaxException e) {
      if (!evaluator.spend(0)) {
        return Evaluator.tooMuch(place);
      }
      SourceSpan at = source.span(e.start(), e.end());
      String why =
          MergeMarkers.explaining(source, at)
              .map(it -> "' cannot be read: " + it.message())
              .orElse("' is no JSON: " + e.reason());
      String message = "'" + source.file() + why;
      List<Location> related = file != null ? List.of(at) : List.of();
      return new Failure(new Problem(Problem.Kind.UNREADABLE, message, "", place.span(), related));
    }
  }

  /** {@code lib.getVersion}: the attribute of that name. */
  private Value version(Value of, SpineStep place) {
    Thunk version = of instanceof Text ? null : evaluator.sets().member(of, "version");
    return version == null ? Unknown.of(place) : version.force(evaluator);
  }

  private static Value string(Value value, SpineStep place) {
    if (value instanceof Text || value instanceof Failure) {
      return value;
    }
    if (value instanceof IntNumber number) {
      return new Text(Long.toString(number.value()), Origin.pieces(place));
    }
    if (value instanceof Bool known) {
      return new Text(known.value() ? "1" : "", Origin.pieces(place));
    }
    if (value instanceof Value.Null) {
      return new Text("", Origin.pieces(place));
    }
    return value instanceof Unknown unknown ? unknown : Unknown.of(place);
  }
}
