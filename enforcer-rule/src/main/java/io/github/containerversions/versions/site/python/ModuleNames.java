package io.github.containerversions.versions.site.python;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names of a module are bound to, as far as its statements have been walked. */
final class ModuleNames {
  /** The name that declares the version where no other is configured. */
  static final String VERSION = "VERSION";

  private static final Set<String> USUAL = Set.of(VERSION, "__version__");

  private final Tokens tokens;
  private final String variable;
  private final UnknownValues values;
  private final Map<String, Value> known = new HashMap<>();
  private final Map<String, Value> reboundByFunctions = new HashMap<>();
  private final List<Value> versions = new ArrayList<>();
  private final Map<NearMiss.Sort, NearMiss> nearMisses = new EnumMap<>(NearMiss.Sort.class);
  private String outOfSight = "";
  private boolean anyFunctionHidesBindings;

  ModuleNames(Tokens tokens, String variable) {
    this.tokens = tokens;
    this.variable = variable;
    this.values = new UnknownValues(tokens);
  }

  /** Everything that the variable is bound to at module level, in order. */
  List<Value> versions() {
    return List.copyOf(versions);
  }

  /** The nearest to a declaration of the variable that was seen. */
  Optional<NearMiss> nearMiss() {
    return nearMisses.values().stream().findFirst();
  }

  /** The value of a name where it is used now. */
  Value lookup(String name, int at) {
    Value value = reboundByFunctions.getOrDefault(name, known.get(name));
    if (value == null) {
      String finding =
          outOfSight.isEmpty() ? "is not assigned before" : "may be bound by " + outOfSight;
      value = values.unknown(finding, at, at + 1);
    }
    return value instanceof Value.Other other
        ? other.through(tokens.snippet(at, at + 1), tokens.start(at), tokens.end(at))
        : value;
  }

  /** Takes note that a name, which is a token, is bound to a value in a block. */
  void bind(Block where, int at, Value value) {
    String name = tokens.name(at);
    if (!where.bindsInModule(name)) {
      if (name.equals(variable)) {
        String message =
            variable + " is assigned only inside " + where.owner() + ", not at module level";
        missed(NearMiss.Sort.INSIDE, message, at, at + 1);
      }
      return;
    }
    Value bound = value;
    if (!where.isInModule()) {
      bound = values.unknown(where.finding(), at, at + 1);
      reboundByFunctions.put(name, bound);
    }
    known.put(name, bound);
    if (name.equals(variable)) {
      versions.add(bound);
      if (anyFunctionHidesBindings) {
        versions.add(values.unknown("may be replaced by " + outOfSight, at, at + 1));
      }
    } else if (name.equalsIgnoreCase(variable) || USUAL.contains(name)) {
      String message = variable + " is not assigned, only " + name + " is";
      missed(NearMiss.Sort.SPELLING, message, at, at + 1);
    }
  }

  /** Takes note of {@code from module import *}, after which every name may be another. */
  void importAll(String statement, int from, int to) {
    bindAll(statement, from, to);
    missed(
        NearMiss.Sort.STAR_IMPORT,
        variable + " is not assigned, though " + outOfSight + " may bring one",
        from,
        to);
  }

  /** Takes note of a call, such as of {@code exec}, that may bind any name out of sight. */
  void bindOutOfSight(Block where, String call, int from, int to) {
    anyFunctionHidesBindings |= !where.isInModule();
    bindAll(call, from, to);
  }

  private void bindAll(String by, int from, int to) {
    outOfSight = by;
    known.clear();
    if (!versions.isEmpty()) {
      versions.add(values.unknown("may be replaced by " + by, from, to));
    }
  }

  /** Takes note of an annotation without a value. */
  void annotate(Block where, int at) {
    if (where.isInModule() && tokens.name(at).equals(variable)) {
      missed(NearMiss.Sort.ANNOTATION, variable + " is annotated, but has no value", at, at + 1);
    }
  }

  private void missed(NearMiss.Sort sort, String message, int from, int to) {
    nearMisses.putIfAbsent(sort, new NearMiss(message, tokens.start(from), tokens.end(to - 1)));
  }
}
