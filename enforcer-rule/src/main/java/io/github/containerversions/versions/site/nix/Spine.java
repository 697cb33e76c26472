package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.site.nix.Expr.AttrSet;
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
  private static final int MAX_HOPS = 1000;

  private final Evaluator evaluator;
  private final FunctionHeads heads;

  /** The lets on the way that bind a version, the innermost last. */
  private final Deque<Scope> lets = new ArrayDeque<>();

  /** Operands of an update, the right one first, which may still hold such a let. */
  private final Deque<TextRange> ahead = new ArrayDeque<>();

  private @Nullable VersionCandidate ofResult;
  private @Nullable VersionCandidate ofParameter;
  private @Nullable VersionCandidate unsure;
  private @Nullable VersionCandidate ofTag;
  private boolean tagSought;
  private @Nullable Failure failure;
  private int hops;

  private record Scope(SpineStep let, VersionCandidate version) {
    boolean holds(SpineStep place) {
      return let.text() == place.text() && let.start() <= place.start() && place.end() <= let.end();
    }
  }

  Spine(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.heads = new FunctionHeads(evaluator);
  }

  /** The best binding of the version; null where there is none. */
  @Nullable VersionCandidate find(Expr expr, Environment environment) {
    ahead.push(new TextRange(expr, environment, null, null));
    while (ofResult == null && !ahead.isEmpty()) {
      TextRange position = ahead.pop();
      while (position != null) {
        position = step(position);
      }
    }
    if (!lets.isEmpty()) {
      return lets.getLast().version().orBetter(ofResult, evaluator);
    } else if (ofResult != null) {
      return ofResult;
    }
    if (ofParameter == null || failure != null) {
      return failure == null ? ofTag : null;
    }
    return unsure != null ? unsure : ofParameter;
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
      Thunk version = inner.names().get(VERSION);
      if (version != null) {
        lets.addLast(new Scope(at.place(), VersionCandidate.of(version, at)));
      }
      return at.at(let.body(), inner);
    } else if (expr instanceof Expr.With with) {
      Thunk scope = Thunk.of(with.scope(), at.environment());
      return at.at(with.body(), at.environment().with(scope));
    } else if (expr instanceof Expr.Assert check) {
      Value held = evaluator.evaluate(check.condition(), at.environment());
      if (held instanceof Failure refused && refused.problem().kind() == Problem.Kind.SHAPE) {
        failed(refused);
        return null;
      }
      if (held instanceof Bool known && !known.value()) {
        failed(Evaluator.doesNotHold(SpineStep.of(at.environment().text(), check.condition())));
        return null;
      }
      return at.at(check.body(), at.environment());
    } else if (expr instanceof Expr.If choice) {
      if (evaluator.evaluate(choice.condition(), at.environment()) instanceof Bool known) {
        return at.at(known.value() ? choice.then() : choice.otherwise(), at.environment());
      }
      unsure = unknown(at);
      return null;
    } else if (expr instanceof AttrSet) {
      result(at);
      return null;
    } else if (expr instanceof Expr.Binary update && update.operator() == Operator.UPDATE) {
      result(at);
      if (ofResult == null) {
        ahead.push(at.at(update.left(), at.environment()));
        return at.at(update.right(), at.environment());
      }
      return null;
    }
    return hop(at);
  }

  /** Takes the version of what stands here, if that is a set that has one. */
  private void result(TextRange at) {
    Value value = evaluator.evaluate(at.expr(), at.environment());
    if (value instanceof Attributes set) {
      Thunk version = evaluator.sets().member(set, VERSION);
      ofResult = version == null ? null : VersionCandidate.of(version, at);
      if (!tagSought && at.receiver() != null && Builders.makesImage(at.receiver())) {
        tagSought = true;
        Thunk tag = evaluator.sets().member(set, "tag");
        ofTag =
            tag == null || !VersionCandidate.isVersion(tag.force(evaluator))
                ? null
                : VersionCandidate.of(tag, at);
      }
    } else if (value instanceof Failure failed) {
      failed(failed);
    } else if (Value.unknown(value) != null) {
      unsure = unknown(at);
    }
  }

  private void failed(Failure reason) {
    failure = failure == null ? reason : failure;
    ahead.clear();
  }

  private VersionCandidate unknown(TextRange at) {
    Value value = evaluator.evaluate(at.expr(), at.environment());
    Unknown unknown = Value.unknown(value);
    return new VersionCandidate(
        Thunk.of((unknown == null ? Unknown.of(at.place()) : unknown).select(VERSION)), at.place());
  }

  private @Nullable TextRange function(Expr.Lambda lambda, TextRange at) {
    Calls.Entered entered = heads.enter(lambda, at);
    note(lambda, entered.environment());
    return entered.failure() == null ? at.body(lambda, entered.environment()) : null;
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
    ofParameter = new VersionCandidate(value, place);
  }

  // What stands for something else.

  private @Nullable TextRange hop(TextRange at) {
    if (++hops > MAX_HOPS) {
      failed(
          Evaluator.fail(
              Problem.Kind.UNKNOWN,
              "the result stands behind more than " + MAX_HOPS + " names and calls",
              at.place()));
      return null;
    }
    if (at.expr() instanceof Expr.Var name) {
      return continued(evaluator.lookUp(name.name(), at.environment()), at);
    } else if (at.expr() instanceof Expr.Select select) {
      return continued(evaluator.sets().selected(select, at.environment()), at);
    } else if (at.expr() instanceof Expr.Call call) {
      return call(call, at);
    }
    result(at);
    return null;
  }

  private @Nullable TextRange continued(@Nullable Thunk thunk, TextRange at) {
    Thunk.Suspended next = thunk == null ? null : thunk.suspended();
    if (next == null) {
      result(at);
      return null;
    }
    // A let counts for what is in it, not for what a name in it stands for.
    lets.removeIf(scope -> !scope.holds(next.place()));
    return new TextRange(next.expr(), next.environment(), at.given(), at.receiver());
  }

  private @Nullable TextRange call(Expr.Call call, TextRange at) {
    int last = call.arguments().size() - 1;
    Environment environment = at.environment();
    Value function = evaluator.calls().call(call, last, environment);
    Thunk argument = Thunk.of(call.arguments().get(last), environment);
    if (at.receiver() != null) {
      // What a package is packed into has no version by that.
      if (function instanceof Closure || function instanceof Partial) {
        result(at);
      } else {
        unsure = unknown(at);
      }
      return null;
    }
    if (function instanceof Closure closure) {
      return head(closure, new Given(argument, true));
    }
    if (function instanceof Partial partial && partial.builtin() == Builtin.IMPORT) {
      return file(argument.force(evaluator), null);
    }
    if (function instanceof Partial partial && partial.builtin() == Builtin.IDENTITY) {
      return at.argument(call.arguments().get(last), Unknown.of(at.place()));
    }
    if (function instanceof Failure failed) {
      failed(failed);
      return null;
    }
    if (isCallPackage(call, environment)) {
      Given given = new Given(argument, false);
      Value called = evaluator.evaluate(call.arguments().get(0), environment);
      return called instanceof Closure closure ? head(closure, given) : file(called, given);
    }
    if (function instanceof Unknown unknown && Builders.mayBuild(unknown)) {
      return at.argument(call.arguments().get(last), unknown);
    }
    result(at);
    if (ofResult == null && unsure != null && isLiteral(call.arguments().get(last))) {
      ofResult = unsure;
    }
    return null;
  }

  /** Whether an argument is written out, so that a version may be meant to stand in it. */
  private static boolean isLiteral(Expr argument) {
    return argument instanceof AttrSet
        || argument instanceof Expr.Lambda
        || argument instanceof Expr.Let
        || (argument instanceof Expr.Binary update && update.operator() == Operator.UPDATE);
  }

  private static TextRange head(Closure function, Given given) {
    return new TextRange(function.lambda(), function.environment(), given, null);
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
    Thunk expression = evaluator.calls().expression(file);
    Thunk.Suspended next = expression.suspended();
    if (next == null) {
      if (expression.force(evaluator) instanceof Failure failed) {
        failed(failed);
      }
      return null;
    }
    return new TextRange(next.expr(), next.environment(), given, null);
  }
}
