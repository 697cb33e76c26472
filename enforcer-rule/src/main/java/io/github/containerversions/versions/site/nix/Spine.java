package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.site.nix.Expr.AttrSet;
import io.github.containerversions.versions.site.nix.Expr.Attribute;
import io.github.containerversions.versions.site.nix.Expr.Bound;
import io.github.containerversions.versions.site.nix.Expr.Formal;
import io.github.containerversions.versions.site.nix.TextRange.Given;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.Closure;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.Partial;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks from a file's expression to its result and looks for the version on the way.
 *
 * <p>Best is a {@code version} bound by the innermost {@code let} that has one, then one in the set
 * of the result or that the result's function is applied to, then the default of a parameter.
 */
final class Spine {
  private static final String VERSION = "version";
  private static final String CALL_PACKAGE = "callPackage";

  /** How often a name or a call may stand for another; {@code let a = a; in a} never ends. */
  private static final int MOST_HOPS = 1000;

  private final Evaluator evaluator;
  private final FollowedFiles files;

  /** Where the walk goes on, the nearest first; the others count if that leads nowhere. */
  private final Deque<TextRange> ahead = new ArrayDeque<>();

  private @Nullable Candidate ofLet;
  private @Nullable Candidate ofResult;
  private @Nullable Candidate ofParameter;
  private @Nullable Failure failure;
  private int hops;

  /**
   * A binding of the version.
   *
   * @param value what it is bound to
   * @param place the value or, for {@code inherit}, the name
   */
  record Candidate(Thunk value, SpineStep place) {}

  Spine(Evaluator evaluator, FollowedFiles files) {
    this.evaluator = evaluator;
    this.files = files;
  }

  /** The best binding of the version; null where there is none. */
  @Nullable Candidate find(Expr expr, Environment environment) {
    ahead.push(new TextRange(expr, environment, null, false));
    while (ofResult == null && !ahead.isEmpty()) {
      TextRange position = ahead.pop();
      while (position != null) {
        position = step(position);
      }
    }
    return ofLet != null ? ofLet : ofResult != null ? ofResult : ofParameter;
  }

  /** Why the walk could not go on; null where nothing stood in the way. */
  @Nullable Failure failure() {
    return failure;
  }

  /** The next position; null where this one leads no further. */
  private @Nullable TextRange step(TextRange at) {
    Expr expr = at.expr();
    if (expr instanceof Expr.Lambda lambda) {
      return function(lambda, at);
    } else if (expr instanceof Expr.Let let) {
      Environment inner = evaluator.sets().scope(let.bindings(), at.environment());
      Attribute version = let.bindings().attributes().get(VERSION);
      if (version != null) {
        ofLet = candidate(version, inner.names(), inner);
      }
      return at.at(let.body(), inner);
    } else if (expr instanceof Expr.With with) {
      Thunk scope = Thunk.of(with.scope(), at.environment());
      return at.at(with.body(), at.environment().with(scope));
    } else if (expr instanceof Expr.Assert check) {
      return at.at(check.body(), at.environment());
    } else if (expr instanceof Expr.If choice) {
      return evaluator.evaluate(choice.condition(), at.environment()) instanceof Bool known
          ? at.at(known.value() ? choice.then() : choice.otherwise(), at.environment())
          : null;
    } else if (expr instanceof Expr.Binary update && update.operator() == Operator.UPDATE) {
      ahead.push(at.at(update.left(), at.environment()));
      return at.at(update.right(), at.environment());
    } else if (expr instanceof AttrSet set) {
      return set(set, at.environment());
    }
    return hop(at);
  }

  private @Nullable TextRange set(AttrSet set, Environment environment) {
    Attribute version = set.attributes().get(VERSION);
    if (version != null
        && evaluator.sets().set(set, environment) instanceof Attributes attributes) {
      ofResult = candidate(version, attributes.known(), environment);
    }
    return null;
  }

  private static Candidate candidate(
      Attribute version, Map<String, Thunk> names, Environment environment) {
    SpineStep place =
        version instanceof Bound bound
            ? SpineStep.of(environment.text(), bound.value())
            : new SpineStep(environment.text(), version.nameStart(), version.nameEnd());
    return new Candidate(names.getOrDefault(VERSION, Thunk.of(new Value.Null())), place);
  }

  // Function heads.

  private @Nullable TextRange function(Expr.Lambda lambda, TextRange at) {
    Given given = at.given();
    if (given != null && given.whole()) {
      SpineStep place = SpineStep.of(at.environment().text(), lambda);
      Calls.Entered entered =
          evaluator.calls().enter(lambda, at.environment(), given.argument(), place);
      note(lambda, entered.environment());
      return entered.failure() == null ? at.body(lambda, entered.environment()) : null;
    }
    Map<String, Thunk> names = new HashMap<>();
    Environment inner = at.environment().binding(names);
    Map<String, Thunk> formals = new HashMap<>();
    if (lambda.formals() != null) {
      for (Map.Entry<String, Formal> formal : lambda.formals().byName().entrySet()) {
        Thunk value = given == null ? null : member(given, formal.getKey());
        formals.put(formal.getKey(), value != null ? value : fallback(formal, inner));
      }
    }
    names.putAll(formals);
    if (lambda.name() != null) {
      names.put(lambda.name(), whole(lambda, lambda.name(), formals, inner, at.argument()));
    }
    note(lambda, inner);
    return at.body(lambda, inner);
  }

  private @Nullable Thunk member(Given given, String name) {
    return evaluator.sets().member(given.argument().force(evaluator), name);
  }

  /** What a parameter is bound to that nobody gives. */
  private static Thunk fallback(Map.Entry<String, Formal> formal, Environment inner) {
    Expr fallback = formal.getValue().fallback();
    return fallback == null
        ? Thunk.of(Evaluator.parameter(formal.getKey()))
        : Thunk.of(fallback, inner);
  }

  /** What the name of a function's whole argument is bound to. */
  private static Thunk whole(
      Expr.Lambda lambda,
      String name,
      Map<String, Thunk> formals,
      Environment inner,
      boolean argument) {
    if (lambda.formals() != null) {
      Unknown others = new Unknown(name, true, null, false);
      return Thunk.of(new Attributes(formals, others));
    }
    // mkDerivation (finalAttrs: { … }) is given the set that it returns.
    return argument
        ? Thunk.of(lambda.body(), inner)
        : Thunk.of(Evaluator.named(name, new Unknown(name, true, null, true)));
  }

  /** Notes a parameter of that name: its default or, failing all else, that it has none. */
  private void note(Expr.Lambda lambda, Environment inner) {
    Formal version = lambda.formals() == null ? null : lambda.formals().byName().get(VERSION);
    Thunk value = inner.names().get(VERSION);
    if (version == null || value == null) {
      return;
    }
    Expr fallback = version.fallback();
    SpineStep place =
        fallback == null
            ? new SpineStep(inner.text(), version.start(), version.end())
            : SpineStep.of(inner.text(), fallback);
    ofParameter = new Candidate(value, place);
  }

  // What stands for something else.

  private @Nullable TextRange hop(TextRange at) {
    if (++hops > MOST_HOPS) {
      failure =
          Evaluator.fail(
              Problem.Kind.UNKNOWN,
              "the result stands behind more than " + MOST_HOPS + " names and calls",
              SpineStep.of(at.environment().text(), at.expr()));
      ahead.clear();
      return null;
    }
    if (at.expr() instanceof Expr.Var name) {
      return continued(evaluator.lookUp(name.name(), at.environment()), at);
    } else if (at.expr() instanceof Expr.Select select) {
      return continued(evaluator.sets().selected(select, at.environment()), at);
    } else if (at.expr() instanceof Expr.Call call && !at.argument()) {
      return call(call, at);
    }
    return null;
  }

  private @Nullable TextRange continued(@Nullable Thunk thunk, TextRange at) {
    if (thunk == null || thunk.suspended() == null) {
      return null;
    }
    Thunk.Suspended next = thunk.suspended();
    return new TextRange(next.expr(), next.environment(), at.given(), at.argument());
  }

  private @Nullable TextRange call(Expr.Call call, TextRange at) {
    int last = call.arguments().size() - 1;
    Expr argument = call.arguments().get(last);
    Environment environment = at.environment();
    if (ofLet == null) {
      TextRange body = body(call, last, environment);
      if (body != null) {
        ahead.push(body);
      }
    }
    return new TextRange(argument, environment, null, true);
  }

  /** The body of the function that is called, where it is known: of this file or of another. */
  private @Nullable TextRange body(Expr.Call call, int last, Environment environment) {
    Value function = evaluator.calls().call(call, last, environment);
    Thunk argument = Thunk.of(call.arguments().get(last), environment);
    if (function instanceof Closure closure) {
      return head(closure, new Given(argument, true));
    }
    if (function instanceof Partial partial && partial.builtin() == Builtin.IMPORT) {
      return file(argument.force(evaluator), null);
    }
    if (function instanceof Failure failed) {
      failure = failed;
    }
    if (isCallPackage(call, environment)) {
      Given given = new Given(argument, false);
      Value called = evaluator.evaluate(call.arguments().get(0), environment);
      return called instanceof Closure closure ? head(closure, given) : file(called, given);
    }
    return null;
  }

  private static TextRange head(Closure function, Given given) {
    return new TextRange(function.lambda(), function.environment(), given, false);
  }

  private boolean isCallPackage(Expr.Call call, Environment environment) {
    return call.arguments().size() == 2
        && evaluator.evaluate(call.function(), environment) instanceof Unknown unknown
        && (unknown.what().equals(CALL_PACKAGE) || unknown.what().endsWith("." + CALL_PACKAGE));
  }

  private @Nullable TextRange file(Value path, @Nullable Given given) {
    if (!(path instanceof FilePath file)) {
      return null;
    }
    Thunk expression = files.expression(file);
    Thunk.Suspended next = expression.suspended();
    if (next == null) {
      failure = expression.force(evaluator) instanceof Failure failed ? failed : failure;
      return null;
    }
    return new TextRange(next.expr(), next.environment(), given, false);
  }
}
