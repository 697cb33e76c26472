package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.ListOf;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions from sets to sets (Nix reference manual, "Built-ins"; nixpkgs, lib). Where their
 * result is not known, the names are that it can have.
 */
final class SetFunctions {
  private static final String FUNCTION = "function";
  private static final String ARGUMENT = "argument";

  private SetFunctions() {}

  static Value run(
      Evaluator evaluator, Builtin builtin, Value first, Thunk other, SpineStep place) {
    if (first instanceof Value.Failure) {
      return first;
    }
    Value second =
        builtin == Builtin.OPTIONAL_ATTRS && first instanceof Bool known && !known.value()
            ? new Attributes(Map.of(), null)
            : other.force(evaluator);
    if (second instanceof Value.Failure) {
      return second;
    }
    return switch (builtin) {
      case HAS_ATTR -> has(first, second, place);
      case LIST_TO_ATTRS -> ofList(evaluator, first, place);
      case MAP -> mappedList(evaluator, first, second, place);
      case OPTIONAL_ATTRS -> first instanceof Bool ? second : among(second, place);
      case REMOVE_ATTRS -> without(evaluator, first, second, place);
      case RECURSIVE_UPDATE -> either(first, second, place);
      case ATTRS_OF_MAP -> mapped(evaluator, first, second, place);
      default -> among(second, place);
    };
  }

  /** A set with the same names, whose values a function computes when they are needed. */
  private static Value mapped(Evaluator evaluator, Value function, Value of, SpineStep place) {
    if (!(of instanceof Attributes set)) {
      return among(of, place);
    }
    evaluator.spendNames(set.known().size());
    Map<String, Thunk> members = new HashMap<>();
    for (Map.Entry<String, Thunk> member : set.known().entrySet()) {
      Thunk name = Thunk.of(new Text(member.getKey(), Value.Origin.pieces(place)));
      members.put(member.getKey(), applied(function, place, name, member.getValue()));
    }
    return new Attributes(members, set.rest() == null ? null : Unknown.of(place), set.names());
  }

  private static Value mappedList(Evaluator evaluator, Value function, Value of, SpineStep place) {
    if (!(of instanceof ListOf list)) {
      return Evaluator.undecided(of, "a list is needed", place);
    }
    evaluator.spendNames(list.items().size());
    List<Thunk> items = new ArrayList<>();
    for (Thunk item : list.items()) {
      items.add(applied(function, place, item));
    }
    return new ListOf(List.copyOf(items));
  }

  /** What a function comes to, once that is needed. */
  private static Thunk applied(Value function, SpineStep place, Thunk... arguments) {
    Map<String, Thunk> names = new HashMap<>(Map.of(FUNCTION, Thunk.of(function)));
    List<Expr> given = new ArrayList<>();
    for (Thunk argument : arguments) {
      String name = ARGUMENT + given.size();
      names.put(name, argument);
      given.add(new Expr.Var(place.start(), place.end(), name));
    }
    Expr callee = new Expr.Var(place.start(), place.end(), FUNCTION);
    Expr call = new Expr.Call(place.start(), place.end(), callee, given);
    return Thunk.of(call, Environment.ofFile(place.text()).binding(names));
  }

  private static Value has(Value name, Value of, SpineStep place) {
    if (!(name instanceof Text text) || !(of instanceof Attributes set)) {
      return name instanceof Text
          ? Evaluator.undecided(of, "a set is needed", place)
          : Evaluator.undecided(name, "a string is needed", place);
    }
    boolean known = set.known().containsKey(text.value());
    return known || set.origin(text.value()) == null ? new Bool(known) : Unknown.of(place);
  }

  /** A set of names and values; of two of one name the first counts. */
  private static Value ofList(Evaluator evaluator, Value of, SpineStep place) {
    if (!(of instanceof ListOf list)) {
      return Evaluator.undecided(of, "a list is needed", place);
    }
    evaluator.spendNames(list.items().size());
    Map<String, Thunk> members = new HashMap<>();
    for (Thunk item : list.items()) {
      Value pair = item.force(evaluator);
      Thunk name = evaluator.sets().member(pair, "name");
      Thunk value = evaluator.sets().member(pair, "value");
      if (name == null || value == null || !(name.force(evaluator) instanceof Text text)) {
        return pair instanceof Value.Failure ? pair : Unknown.of(place);
      }
      members.putIfAbsent(text.value(), value);
    }
    return new Attributes(members, null);
  }

  /** A set that has some of the names of another. */
  private static Value among(Value of, SpineStep place) {
    Set<String> names = of instanceof Attributes set ? set.possible() : null;
    return names == null ? Unknown.of(place) : Attributes.among(names, Unknown.of(place));
  }

  private static Value either(Value left, Value right, SpineStep place) {
    Set<String> names = left instanceof Attributes set ? set.possible() : null;
    Set<String> others = right instanceof Attributes set ? set.possible() : null;
    if (names == null || others == null) {
      return Unknown.of(place);
    }
    Set<String> all = new HashSet<>(names);
    all.addAll(others);
    return Attributes.among(all, Unknown.of(place));
  }

  private static Value without(Evaluator evaluator, Value from, Value list, SpineStep place) {
    if (!(from instanceof Attributes set) || !(list instanceof ListOf names)) {
      return among(from, place);
    }
    Map<String, Thunk> kept = new HashMap<>(set.known());
    Set<String> others = set.names() == null ? null : new HashSet<>(set.names());
    evaluator.spendNames(set.known().size() + names.items().size());
    for (Thunk item : names.items()) {
      if (!(item.force(evaluator) instanceof Text name)) {
        return among(from, place);
      }
      if (set.rest() != null && others == null) {
        return Unknown.of(place);
      }
      kept.remove(name.value());
      if (others != null) {
        others.remove(name.value());
      }
    }
    return new Attributes(kept, set.rest(), others);
  }
}
