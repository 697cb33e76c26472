package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.site.nix.Expr.AttrName;
import io.github.containerversions.versions.site.nix.Expr.AttrSet;
import io.github.containerversions.versions.site.nix.Expr.Attribute;
import io.github.containerversions.versions.site.nix.Expr.Bound;
import io.github.containerversions.versions.site.nix.Expr.ComputedName;
import io.github.containerversions.versions.site.nix.Expr.DynamicAttribute;
import io.github.containerversions.versions.site.nix.Expr.InheritedFrom;
import io.github.containerversions.versions.site.nix.Expr.KnownName;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.Library;
import io.github.containerversions.versions.site.nix.Value.Null;
import io.github.containerversions.versions.site.nix.Value.Partial;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets of attributes, their members, and the bindings of {@code let} and {@code rec}. */
final class Sets {
  private static final String OVERRIDE = "override";

  /** Functions of a package that change it; all but the first keep the attributes it has. */
  private static final Set<String> OVERRIDES =
      Set.of(OVERRIDE, "overrideAttrs", "overrideDerivation", "overridePythonAttrs");

  private static final String LIB = "lib";

  private static final Set<String> PARTS =
      Set.of("attrsets", "customisation", "fixedPoints", "strings", "trivial");

  /** Both arms of a condition are looked at, so that conditions in conditions cost more. */
  private static final int COST_OF_BOTH = 100;

  private final Evaluator evaluator;

  Sets(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** What an expression sees within a {@code let} or a recursive set. */
  Environment scope(AttrSet bindings, Environment outer) {
    Map<String, Thunk> names = new HashMap<>();
    Environment inner = outer.binding(names);
    fill(names, bindings, outer, inner);
    return inner;
  }

  private void fill(Map<String, Thunk> names, AttrSet set, Environment outer, Environment inner) {
    evaluator.spendNames(set.attributes().size());
    for (Map.Entry<String, Attribute> entry : set.attributes().entrySet()) {
      names.put(entry.getKey(), thunk(entry.getKey(), entry.getValue(), outer, inner));
    }
  }

  private static Thunk thunk(
      String name, Attribute attribute, Environment outer, Environment inner) {
    int start = attribute.nameStart();
    int end = attribute.nameEnd();
    if (attribute instanceof Bound bound) {
      return Thunk.of(bound.value(), inner);
    }
    if (attribute instanceof InheritedFrom inherited) {
      List<AttrName> path = List.of(new KnownName(start, end, name));
      return Thunk.of(new Expr.Select(start, end, inherited.from(), path, null), inner);
    }
    return Thunk.of(new Expr.Var(start, end, name), outer);
  }

  Value set(AttrSet set, Environment outer) {
    Map<String, Thunk> known = new HashMap<>();
    Environment inner = set.recursive() ? outer.binding(known) : outer;
    fill(known, set, outer, inner);
    if (set.recursive() && known.containsKey("__overrides")) {
      return Unknown.of(SpineStep.of(outer.text(), set));
    }
    Unknown rest = null;
    Map<String, Thunk> all = set.dynamic().isEmpty() ? known : new HashMap<>(known);
    evaluator.spendNames(set.dynamic().isEmpty() ? 0 : known.size() + set.dynamic().size());
    for (DynamicAttribute attribute : set.dynamic()) {
      Value name = evaluator.evaluate(attribute.name(), inner);
      if (name instanceof Text text) {
        if (all.putIfAbsent(text.value(), Thunk.of(attribute.value(), inner)) != null) {
          return Evaluator.fail(
              Problem.Kind.SHAPE,
              "evaluation fails: attribute '" + Quote.of(text.value()) + "' is given twice",
              SpineStep.of(outer.text(), attribute.name()));
        }
      } else if (!(name instanceof Null)) {
        SpineStep place = SpineStep.of(outer.text(), attribute.name());
        Value stuck = Evaluator.undecided(name, "a string is needed", place);
        if (!(stuck instanceof Unknown)) {
          return stuck;
        }
        rest = Unknown.of(SpineStep.of(outer.text(), set));
      }
    }
    return new Attributes(all, rest);
  }

  Value select(Expr.Select select, Environment environment) {
    return selected(select, environment).force(evaluator);
  }

  /** What a selection leads to, its last step not yet evaluated. */
  Thunk selected(Expr.Select select, Environment environment) {
    Thunk at = Thunk.of(select.base(), environment);
    for (AttrName step : select.path()) {
      Value name = name(step, environment);
      if (!(name instanceof Text text)) {
        return Thunk.of(name);
      }
      Value set = at.force(evaluator);
      Thunk member = member(set, text.value());
      if (member == null) {
        SpineStep place = new SpineStep(environment.text(), step.start(), step.end());
        return select.fallback() == null
            ? Thunk.of(missing(set, text.value(), place))
            : Thunk.of(select.fallback(), environment);
      }
      at = member;
    }
    return at;
  }

  private static Value missing(Value value, String name, SpineStep place) {
    return value instanceof Attributes
        ? Evaluator.fail(
            Problem.Kind.SHAPE,
            "evaluation fails: attribute '" + Quote.of(name) + "' is missing",
            place)
        : Evaluator.undecided(
            value, "a set with the attribute '" + Quote.of(name) + "' is needed", place);
  }

  Value hasAttribute(Expr.HasAttribute has, Environment environment) {
    Value value = evaluator.evaluate(has.base(), environment);
    Thunk member = null;
    for (AttrName step : has.path()) {
      value = member == null ? value : member.force(evaluator);
      Value name = name(step, environment);
      if (!(name instanceof Text text)) {
        return name;
      }
      if (value instanceof Failure) {
        return value;
      }
      member = value instanceof Attributes set ? set.known().get(text.value()) : null;
      if (member == null) {
        return isWithout(value, text.value())
            ? new Bool(false)
            : Unknown.of(SpineStep.of(environment.text(), has));
      }
    }
    return new Bool(true);
  }

  /** Whether a value, in which an attribute is not known, certainly has none of that name. */
  private static boolean isWithout(Value value, String name) {
    return value instanceof Attributes set
        ? set.origin(name) == null
        : Value.unknown(value) == null;
  }

  /** The name of a step as a string; a value of another sort where there is none. */
  private Value name(AttrName step, Environment environment) {
    SpineStep place = new SpineStep(environment.text(), step.start(), step.end());
    if (step instanceof ComputedName computed) {
      Value name = evaluator.evaluate(computed.name(), environment);
      return name instanceof Text ? name : Evaluator.undecided(name, "a string is needed", place);
    }
    return new Text(((KnownName) step).name(), Value.Origin.pieces(place));
  }

  /** A member of a set; null where it certainly has none of that name, or is no set. */
  @Nullable Thunk member(Value value, String name) {
    if (value instanceof Attributes set) {
      Thunk known = set.known().get(name);
      Unknown origin = set.origin(name);
      return known != null || origin == null ? known : Thunk.of(ofNixpkgs(origin, name));
    }
    if (value instanceof Unknown unknown) {
      return Thunk.of(ofNixpkgs(unknown, name));
    }
    if (value instanceof Library library) {
      return Thunk.of(ofLibrary(library, name));
    }
    if (value instanceof Value.Overriding override) {
      return Thunk.of(override.function().select(name));
    }
    return value instanceof Failure ? Thunk.of(value) : null;
  }

  private static Value ofNixpkgs(Unknown set, String name) {
    Unknown member = set.select(name);
    if (OVERRIDES.contains(name)) {
      return new Value.Overriding(set, member, !name.equals(OVERRIDE));
    }
    return LIB.equals(member.attribute()) ? new Library(member, false) : member;
  }

  private static Value ofLibrary(Library library, String name) {
    Unknown member = library.set().select(name).piece();
    Builtin builtin = library.ofNix() ? Builtin.ofBuiltins(name) : Builtin.ofLibrary(name);
    if (builtin != null) {
      return new Partial(builtin, List.of());
    }
    boolean part = !library.ofNix() && PARTS.contains(name);
    return part ? new Library(member, false) : member;
  }

  /** A chain of updates, in which what stands further to the right wins. */
  Value update(Expr.Binary first, Environment environment) {
    List<Expr> lefts = new ArrayList<>();
    Expr expr = first;
    while (expr instanceof Expr.Binary binary && binary.operator() == Operator.UPDATE) {
      lefts.add(binary.left());
      expr = binary.right();
    }
    Updated updated = new Updated();
    for (int i = lefts.size(); i >= 0 && !updated.isOpen(); i--) {
      Expr operand = i == lefts.size() ? expr : lefts.get(i);
      Value value = evaluator.evaluate(operand, environment);
      Unknown unknown = Value.unknown(value);
      if (unknown == null && !(value instanceof Attributes)) {
        SpineStep place = SpineStep.of(environment.text(), operand);
        return Evaluator.undecided(value, "a set is needed", place);
      }
      if (value instanceof Attributes set) {
        evaluator.spendNames(set.known().size());
        updated.add(set);
      } else {
        updated.add(new Attributes(Map.of(), origin(unknown, operand, environment)));
      }
    }
    return updated.result();
  }

  /** Where the attributes of an operand come from: by its name, or by the expression as a whole. */
  private static Unknown origin(@Nullable Unknown value, Expr operand, Environment environment) {
    boolean isName = operand instanceof Expr.Var || operand instanceof Expr.Select;
    if (value == null || !(isName || value.attribute() != null)) {
      return Unknown.of(SpineStep.of(environment.text(), operand));
    }
    // A parameter that is a set of attributes is no package of nixpkgs.
    return value.parameter() ? value.piece() : value;
  }

  /** The set that an undecided {@code if} comes to; null where it may come to something else. */
  @Nullable Value either(Expr.If choice, Environment environment) {
    evaluator.spend(COST_OF_BOTH);
    Set<String> names = new HashSet<>();
    for (Expr arm : List.of(choice.then(), choice.otherwise())) {
      Set<String> possible =
          evaluator.evaluate(arm, environment) instanceof Attributes set ? set.possible() : null;
      if (possible == null) {
        return null;
      }
      names.addAll(possible);
    }
    return Attributes.among(names, Unknown.of(SpineStep.of(environment.text(), choice)));
  }
}
