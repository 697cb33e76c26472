package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Expr.Formal;
import io.github.containerversions.versions.site.nix.TextRange.Given;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the functions on the way to the result bind the names of their arguments to. */
final class FunctionHeads {
  private final Evaluator evaluator;

  FunctionHeads(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Calls.Entered enter(Expr.Lambda lambda, TextRange at) {
    Given given = at.given();
    if (given != null && given.whole()) {
      SpineStep place = SpineStep.of(at.environment().text(), lambda);
      return evaluator.calls().enter(lambda, at.environment(), given.argument(), place);
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
      names.put(lambda.name(), whole(lambda, lambda.name(), formals, inner, at));
    }
    return new Calls.Entered(inner, null);
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
      TextRange at) {
    if (lambda.formals() != null) {
      Unknown others = new Unknown(name, true, null, false, true);
      return Thunk.of(new Attributes(formals, others));
    }
    // mkDerivation (finalAttrs: { … }) is given the set that it returns.
    return at.receiver() != null && Builders.makesDerivation(at.receiver())
        ? Thunk.of(lambda.body(), inner)
        : Thunk.of(Evaluator.named(name, new Unknown(name, true, null, true, true)));
  }
}
