package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Expr.Formal;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Closure;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packages that nixpkgs makes of attributes, as far as their version depends on these alone. */
final class Packages {
  private static final String VERSION = "version";
  private static final String PASSED_THROUGH = "passthru";
  private static final String OVERRIDE = "override";
  private static final String OVERRIDE_DERIVATION = "overrideDerivation";
  private static final String OVERRIDE_ATTRS = "overrideAttrs";

  private final Evaluator evaluator;
  private final Calls calls;

  Packages(Evaluator evaluator, Calls calls) {
    this.evaluator = evaluator;
    this.calls = calls;
  }

  /** What a function makes that is not known: a package has the version that it is given. */
  Value built(Unknown function, Thunk argument, SpineStep place) {
    boolean builder = Builders.mayBuild(function);
    Unknown result = new Unknown(place.quote(), false, null, false, builder);
    if (!Builders.makesDerivation(function)) {
      return result;
    }
    Value given = argument.force(evaluator);
    boolean fixed = given instanceof Closure;
    Value attributes = given instanceof Closure closure ? fix(closure, place) : given;
    if (!(attributes instanceof Attributes set)) {
      return attributes instanceof Failure ? attributes : result;
    }
    Map<String, Thunk> known = new HashMap<>();
    Thunk version = set.known().get(VERSION);
    if (version != null && !mayReplaceVersion(set.known().get(PASSED_THROUGH))) {
      known.put(VERSION, version);
    }
    // Attributes that see the final ones see also what is changed later.
    Unknown before = Unknown.of(place);
    Value unchanged = fixed ? before : new Attributes(Map.copyOf(known), before);
    known.put(OVERRIDE_ATTRS, Thunk.of(new Value.Overriding(unchanged, before, true)));
    return new Attributes(known, result);
  }

  /** Whether what is passed through to the package may hold another version: it wins. */
  private static boolean mayReplaceVersion(@Nullable Thunk passed) {
    if (passed == null) {
      return false;
    }
    return passed.suspended() == null
        || !(passed.suspended().expr() instanceof Expr.AttrSet set)
        || !set.dynamic().isEmpty()
        || set.attributes().containsKey(VERSION);
  }

  /**
   * What {@code callPackage} makes of a function or its file: what is not given comes from nixpkgs,
   * and what nixpkgs does not have from the function's defaults.
   */
  Value called(Value callee, Thunk argument, SpineStep place) {
    Value function =
        callee instanceof FilePath file ? calls.expression(file).force(evaluator) : callee;
    Value given = argument.force(evaluator);
    if (function instanceof Failure || given instanceof Failure) {
      return function instanceof Failure ? function : given;
    }
    if (!(function instanceof Closure closure)
        || !(given instanceof Attributes set)
        || set.rest() != null) {
      return Unknown.of(place);
    }
    Map<String, Thunk> arguments = new HashMap<>(set.known());
    if (closure.lambda().formals() != null) {
      for (Map.Entry<String, Formal> formal : closure.lambda().formals().byName().entrySet()) {
        fill(arguments, formal.getKey(), formal.getValue());
      }
    }
    evaluator.spendNames(arguments.size());
    Value made = calls.apply(closure, Thunk.of(new Attributes(arguments, null)), place);
    if (!(made instanceof Attributes result)) {
      return made instanceof Closure ? Unknown.of(place) : made;
    }
    Map<String, Thunk> known = new HashMap<>(result.known());
    Unknown before = Unknown.of(place);
    known.put(OVERRIDE, Thunk.of(new Value.Overriding(before, before, false)));
    known.put(OVERRIDE_DERIVATION, Thunk.of(before));
    return new Attributes(known, result.rest(), result.names());
  }

  /** The default of a version counts, as nixpkgs has no package of that name. */
  private static void fill(Map<String, Thunk> arguments, String name, Formal formal) {
    if (formal.fallback() == null) {
      arguments.putIfAbsent(name, Thunk.of(Evaluator.parameter(name)));
    } else if (!name.equals(VERSION)) {
      arguments.putIfAbsent(name, Thunk.of(Unknown.of(Quote.of(name))));
    }
  }

  /** A package after {@code overrideAttrs}: what it was, and over it what is given now. */
  Value overridden(Value.Overriding override, Thunk argument, SpineStep place) {
    Thunk before = Thunk.of(override.before());
    Value given = argument.force(evaluator);
    boolean fixed = false;
    if (given instanceof Closure) {
      given = calls.apply(given, before, place);
      if (given instanceof Closure) {
        // final: prev: { … }
        fixed = true;
        given =
            calls.apply(
                calls.apply(argument.force(evaluator), Thunk.of(Unknown.of(place)), place),
                before,
                place);
      }
    }
    Unknown changed = Unknown.of(place);
    if (!(given instanceof Attributes set) || (set.rest() != null && set.names() == null)) {
      return given instanceof Failure ? given : changed;
    }
    Map<String, Thunk> known = new HashMap<>();
    Thunk version = evaluator.sets().member(set, VERSION);
    if (version == null && override.keeps()) {
      version = evaluator.sets().member(override.before(), VERSION);
    }
    if (version != null) {
      known.put(VERSION, version);
    }
    Value unchanged = fixed ? changed : new Attributes(Map.copyOf(known), changed);
    known.put(OVERRIDE_ATTRS, Thunk.of(new Value.Overriding(unchanged, changed, true)));
    return new Attributes(known, changed);
  }

  /** The result of a function that is given its own result. */
  Value fix(Closure function, SpineStep place) {
    Expr.Lambda lambda = function.lambda();
    if (lambda.formals() != null || lambda.name() == null) {
      return Evaluator.endless(place);
    }
    Map<String, Thunk> names = new HashMap<>();
    Thunk result = Thunk.of(lambda.body(), function.environment().binding(names));
    names.put(lambda.name(), result);
    return result.force(evaluator);
  }
}
