package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.Library;
import io.github.containerversions.versions.site.nix.Value.Null;
import io.github.containerversions.versions.site.nix.Value.Partial;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the part of the language that versions are written in, lazily as Nix does. What only
 * Nix could know is an {@link Unknown}, what Nix would refuse a {@link Failure}; nothing is thrown,
 * and depth and work are bounded.
 */
final class Evaluator {
  /** How deep one evaluation may lead to another; Nix itself stops at 10 000 calls. */
  private static final int MAX_DEPTH = 100;

  /** How much may be done for one version; some times what 1 MiB of plain sums needs. */
  private static final int MAX_STEPS = 2_000_000;

  /** How many steps the memory of a bound name is worth. */
  private static final int SIZE_OF_NAME = 4;

  private static final String ROOT = "";

  private final Strings strings;
  private final Sets sets;
  private final Calls calls;
  private int depth;
  private long steps;
  private boolean assumed;

  Evaluator(FollowedFiles files) {
    this.strings = new Strings(this);
    this.sets = new Sets(this);
    this.calls = new Calls(this, files);
  }

  Sets sets() {
    return sets;
  }

  Calls calls() {
    return calls;
  }

  Value evaluate(Expr expr, Environment environment) {
    if (depth == MAX_DEPTH) {
      return fail(
          Problem.Kind.UNKNOWN,
          "needs evaluation, deeper than " + MAX_DEPTH + " levels",
          SpineStep.of(environment.text(), expr));
    }
    depth++;
    Value value = reduce(expr, environment);
    depth--;
    return value;
  }

  /** Counts a name that is bound: it takes some memory, which a step as such does not. */
  boolean spendNames(int count) {
    return spend((long) SIZE_OF_NAME * count);
  }

  /** Counts work; false once there was too much of it. */
  boolean spend(long amount) {
    steps = Math.min(MAX_STEPS, steps + amount);
    return steps < MAX_STEPS;
  }

  /** Whether some assert was taken to hold that could not be decided. */
  boolean hasAssumed() {
    return assumed;
  }

  /** Goes on in a loop where one expression stands for another. */
  private Value reduce(Expr start, Environment around) {
    Expr expr = start;
    Environment environment = around;
    while (spend(1)) {
      if (expr instanceof Expr.Let let) {
        environment = sets.scope(let.bindings(), environment);
        expr = let.body();
      } else if (expr instanceof Expr.With with) {
        environment = environment.with(Thunk.of(with.scope(), environment));
        expr = with.body();
      } else if (expr instanceof Expr.Assert check) {
        Value held = evaluate(check.condition(), environment);
        if (held instanceof Bool known && !known.value()) {
          return doesNotHold(SpineStep.of(environment.text(), check.condition()));
        }
        if (held instanceof Failure failed && failed.problem().kind() == Problem.Kind.SHAPE) {
          return failed;
        }
        assumed |= !(held instanceof Bool);
        expr = check.body();
      } else if (expr instanceof Expr.If choice) {
        Value condition = evaluate(choice.condition(), environment);
        if (!(condition instanceof Bool known)) {
          SpineStep place = SpineStep.of(environment.text(), choice.condition());
          Value either = sets.either(choice, environment);
          return condition instanceof Unknown && either != null
              ? either
              : undecided(condition, "an if needs a boolean", place);
        }
        expr = known.value() ? choice.then() : choice.otherwise();
      } else {
        return simple(expr, environment);
      }
    }
    return tooMuch(SpineStep.of(environment.text(), expr));
  }

  private Value simple(Expr expr, Environment environment) {
    if (expr instanceof Expr.Var name) {
      return variable(name, environment);
    } else if (expr instanceof Expr.Str string) {
      return strings.string(string, environment);
    } else if (expr instanceof Expr.Select select) {
      return sets.select(select, environment);
    } else if (expr instanceof Expr.Call call) {
      return calls.call(call, environment);
    } else if (expr instanceof Expr.AttrSet set) {
      return sets.set(set, environment);
    } else if (expr instanceof Expr.Lambda lambda) {
      return new Value.Closure(lambda, environment);
    } else if (expr instanceof Expr.SearchPath search) {
      return searched(search.path());
    } else if (expr instanceof Expr.Binary binary) {
      return switch (binary.operator()) {
        case PLUS -> strings.sum(binary, environment);
        case UPDATE -> sets.update(binary, environment);
        default -> Operators.binary(this, binary, environment);
      };
    } else if (expr instanceof Expr.Unary unary) {
      return Operators.unary(this, unary, environment);
    } else if (expr instanceof Expr.HasAttribute has) {
      return sets.hasAttribute(has, environment);
    } else if (expr instanceof Expr.Path path) {
      return strings.path(path, environment);
    }
    return constant(expr, environment);
  }

  private Value constant(Expr expr, Environment environment) {
    SpineStep place = SpineStep.of(environment.text(), expr);
    if (expr instanceof Expr.IntNumber number) {
      return new Value.IntNumber(number.value());
    } else if (expr instanceof Expr.FloatNumber) {
      return new Value.FloatNumber();
    } else if (expr instanceof Expr.Uri) {
      return new Value.Text(place.written(), Value.Origin.pieces(place));
    } else if (expr instanceof Expr.ListOf list) {
      spendNames(list.items().size());
      return new Value.ListOf(
          list.items().stream().map(item -> Thunk.of(item, environment)).toList());
    }
    return Unknown.of(place);
  }

  private static Value searched(String path) {
    String what = "<" + path + ">";
    return switch (path) {
      case "nixpkgs" -> new Unknown(what, false, ROOT, false, true);
      case "nixpkgs/lib" -> new Library(new Unknown(what, false, null, false, false), false);
      default -> new Unknown(what, false, null, false, false);
    };
  }

  // Names.

  private Value variable(Expr.Var name, Environment environment) {
    Thunk bound = lookUp(name.name(), environment);
    if (bound != null) {
      return named(name.name(), bound.force(this));
    }
    if (GlobalNames.contains(name.name())) {
      return global(name.name());
    }
    for (Environment at = environment; at != null; at = at.outer()) {
      if (at.with() != null) {
        Value set = at.with().force(this);
        Thunk member = sets.member(set, name.name());
        if (member != null) {
          return member.force(this);
        }
      }
    }
    SpineStep place = SpineStep.of(environment.text(), name);
    return fail(
        Problem.Kind.SHAPE,
        "evaluation fails: undefined variable '" + Quote.of(name.name()) + "'",
        place);
  }

  /** What a {@code let}, a {@code rec} or a function binds a name to; null where none does. */
  @Nullable Thunk lookUp(String name, Environment environment) {
    for (Environment at = environment; at != null; at = at.outer()) {
      spend(1);
      Thunk bound = at.names().get(name);
      if (bound != null) {
        return bound;
      }
    }
    return null;
  }

  private static Value global(String name) {
    return switch (name) {
      case "true" -> new Bool(true);
      case "false" -> new Bool(false);
      case "null" -> new Null();
      case "builtins" -> new Library(Unknown.of(name), true);
      default -> {
        Builtin builtin = Builtin.ofBuiltins(name.startsWith("__") ? name.substring(2) : name);
        yield builtin == null ? Unknown.of(name) : new Partial(builtin, List.of());
      }
    };
  }

  /** A value by the name it is bound to: by custom, {@code pkgs} is nixpkgs. */
  static Value named(String name, Value value) {
    if (!(value instanceof Unknown unknown)) {
      return value;
    }
    return switch (name) {
      case "pkgs", "nixpkgs" -> new Unknown(name, true, ROOT, false, true);
      case "lib" -> isLibrary(unknown) ? new Library(Unknown.of(name), false) : unknown;
      default ->
          unknown.named()
              ? unknown
              : new Unknown(
                  Quote.of(name),
                  true,
                  unknown.attribute(),
                  unknown.parameter(),
                  unknown.builder());
    };
  }

  /** Whether what is called {@code lib} is that of nixpkgs, not one that a call has changed. */
  private static boolean isLibrary(Unknown unknown) {
    String what = unknown.what();
    return what.equals("lib") || (unknown.named() && what.endsWith(".lib"));
  }

  /** The value of a function's parameter that nobody gives: by custom, a package of that name. */
  static Value parameter(String name) {
    return named(name, new Unknown(Quote.of(name), true, name, true, true));
  }

  // Outcomes that are no values.

  /** What an operand that is not of the right sort makes of the whole. */
  static Value undecided(Value operand, String needed, SpineStep place) {
    Unknown unknown = Value.unknown(operand);
    if (unknown != null) {
      return unknown.piece();
    }
    if (operand instanceof Failure) {
      return operand;
    }
    return fail(
        Problem.Kind.SHAPE,
        "evaluation fails: " + needed + ", and this is " + operand.title(),
        place);
  }

  static Failure fail(Problem.Kind kind, String message, SpineStep place) {
    return new Failure(Problem.of(kind, message, "", place.span()));
  }

  static Failure tooMuch(SpineStep place) {
    return fail(
        Problem.Kind.UNKNOWN, "needs evaluation, longer than " + MAX_STEPS + " steps", place);
  }

  static Failure doesNotHold(SpineStep condition) {
    return fail(Problem.Kind.SHAPE, "evaluation fails: the assert does not hold", condition);
  }

  static Failure endless(SpineStep place) {
    return fail(Problem.Kind.SHAPE, "evaluation fails: the value refers to itself", place);
  }
}
