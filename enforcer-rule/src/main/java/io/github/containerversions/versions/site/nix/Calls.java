package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
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
  private final Evaluator evaluator;
  private final FileFunctions fileFunctions;
  private final Packages packages;

  Calls(Evaluator evaluator, FollowedFiles files) {
    this.evaluator = evaluator;
    this.fileFunctions = new FileFunctions(evaluator, files);
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
      if (Builders.isCallPackage(unknown)) {
        return new Partial(Builtin.CALL_PACKAGE, List.of(argument));
      }
      return unknown.isNixpkgs()
          ? new Unknown(place.quote(), false, unknown.attribute(), false, true)
          : packages.built(unknown, argument, place);
    }
    if (function instanceof Value.Overriding override) {
      return packages.overridden(override, argument, place);
    }
    if (function instanceof Attributes set) {
      Value functor = functor(set, place);
      return functor == null ? Unknown.of(place) : apply(functor, argument, place);
    }
    return function instanceof Value.Library
        ? Unknown.of(place)
        : Evaluator.undecided(function, "a function is needed", place);
  }

  /** The function that a set with {@code __functor} stands for; null where it stands for none. */
  private @Nullable Value functor(Attributes set, SpineStep place) {
    Value function = set;
    while (function instanceof Attributes callable && evaluator.spend(1)) {
      Thunk functor = callable.known().get("__functor");
      function =
          functor != null && functor.force(evaluator) instanceof Closure closure
              ? apply(closure, Thunk.of(callable), place)
              : null;
    }
    return function instanceof Attributes ? null : function;
  }

  /**
   * Where nothing was assumed and nothing is unknown, an evaluation that comes to a value succeeds.
   */
  private Value tried(Value value, SpineStep place) {
    boolean open = value instanceof Attributes set && set.rest() != null;
    if (open || evaluator.hasAssumed() || Value.unknown(value) != null) {
      return Unknown.of(place);
    }
    if (value instanceof Failure failure) {
      return failure.problem().kind() == Problem.Kind.UNREADABLE ? failure : Unknown.of(place);
    }
    return new Attributes(
        Map.of("success", Thunk.of(new Bool(true)), "value", Thunk.of(value)), null);
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
      case FILE_CONTENTS,
          FROM_JSON,
          FROM_TOML,
          IMPORT,
          IMPORT_JSON,
          IMPORT_TOML,
          PATH_EXISTS,
          READ_FILE ->
          fileFunctions.run(builtin, first, place);
      case CALL_PACKAGE -> packages.called(first, arguments.get(1), place);
      case HAS_ATTR, LIST_TO_ATTRS, MAP ->
          SetFunctions.run(evaluator, builtin, first, arguments.get(arguments.size() - 1), place);
      case IS_ATTRS, IS_LIST, IS_NULL, IS_PATH, IS_STRING -> TypeTests.run(builtin, first, place);
      case TRY_EVAL -> tried(first, place);
      case GET_VERSION -> version(first, place);
      case TO_STRING -> string(first, place);
      case REMOVE_PREFIX, REMOVE_SUFFIX, CONCAT_STRINGS_SEP, REPLACE_STRINGS ->
          TextFunctions.run(evaluator, builtin, first, arguments, place);
    };
  }

  /** The expression in a file. */
  Thunk expression(FilePath file) {
    return fileFunctions.expression(file);
  }

  private static Value thrown(Value message, SpineStep place) {
    return message instanceof Text text
        ? Evaluator.fail(Problem.Kind.SHAPE, "evaluation fails: " + Quote.value(text), place)
        : Unknown.of(place);
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
