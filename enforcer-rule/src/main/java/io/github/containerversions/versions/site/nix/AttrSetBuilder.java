package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Expr.AttrName;
import io.github.containerversions.versions.site.nix.Expr.AttrSet;
import io.github.containerversions.versions.site.nix.Expr.Attribute;
import io.github.containerversions.versions.site.nix.Expr.Bound;
import io.github.containerversions.versions.site.nix.Expr.ComputedName;
import io.github.containerversions.versions.site.nix.Expr.DynamicAttribute;
import io.github.containerversions.versions.site.nix.Expr.Inherited;
import io.github.containerversions.versions.site.nix.Expr.InheritedFrom;
import io.github.containerversions.versions.site.nix.Expr.KnownName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of one set while it is being read. It merges {@code a.b = 1; a.c = 2;} and {@code a
 * = { b = 1; }; a.c = 2;} into one attribute, and refuses names that are given twice, as Nix does.
 */
final class AttrSetBuilder {
  /** Bound names; a set that may still grow is a {@link Nested}, everything else is final. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private final List<DynamicEntry> dynamic = new ArrayList<>();

  private sealed interface Entry {}

  private record Final(Attribute attribute) implements Entry {}

  private record Nested(
      int nameStart, int nameEnd, int start, int end, boolean recursive, AttrSetBuilder bindings)
      implements Entry {}

  private record DynamicEntry(Expr name, Entry value) {}

  void add(List<AttrName> path, Expr value) throws SyntaxException {
    AttrSetBuilder target = this;
    for (AttrName key : path.subList(0, path.size() - 1)) {
      target = target.step(key, value);
    }
    AttrName last = path.get(path.size() - 1);
    if (last instanceof KnownName key) {
      target.put(key.name(), new Bound(path.get(0).start(), last.end(), value));
    } else if (last instanceof ComputedName key) {
      Bound bound = new Bound(path.get(0).start(), last.end(), value);
      target.dynamic.add(new DynamicEntry(key.name(), new Final(bound)));
    }
  }

  /** Adds {@code inherit name;} or, with an expression, {@code inherit (from) name;}. */
  void inherit(AttrName key, @Nullable Expr from) throws SyntaxException {
    if (!(key instanceof KnownName known)) {
      throw new SyntaxException(
          "names in an inherit must not be computed", key.start(), key.end(), false);
    }
    inherit(
        known.name(),
        from == null
            ? new Inherited(key.start(), key.end())
            : new InheritedFrom(key.start(), key.end(), from));
  }

  private void inherit(String name, Attribute attribute) throws SyntaxException {
    if (entries.putIfAbsent(name, new Final(attribute)) != null) {
      throw duplicate(name, attribute);
    }
  }

  /** The bindings within the one attribute, for a path that goes on. */
  private AttrSetBuilder step(AttrName key, Expr value) throws SyntaxException {
    if (key instanceof ComputedName unknown) {
      Nested nested = nested(key, value);
      dynamic.add(new DynamicEntry(unknown.name(), nested));
      return nested.bindings();
    }
    String name = ((KnownName) key).name();
    Entry entry = entries.get(name);
    if (entry == null) {
      Nested nested = nested(key, value);
      entries.put(name, nested);
      return nested.bindings();
    }
    return grow(name, entry, key.start(), key.end()).bindings();
  }

  private static Nested nested(AttrName key, Expr value) {
    return new Nested(
        key.start(), key.end(), key.start(), value.end(), false, new AttrSetBuilder());
  }

  private void put(String name, Bound bound) throws SyntaxException {
    Entry before = entries.putIfAbsent(name, new Final(bound));
    if (before == null) {
      return;
    }
    if (!(bound.value() instanceof AttrSet added)) {
      throw duplicate(name, bound);
    }
    grow(name, before, bound.nameStart(), bound.nameEnd()).bindings().merge(added);
  }

  /** Makes an attribute that is a set one that can take more bindings. */
  private Nested grow(String name, Entry entry, int start, int end) throws SyntaxException {
    if (entry instanceof Nested nested) {
      return nested;
    }
    if (entry instanceof Final known
        && known.attribute() instanceof Bound bound
        && bound.value() instanceof AttrSet set) {
      AttrSetBuilder bindings = new AttrSetBuilder();
      bindings.merge(set);
      Nested nested =
          new Nested(
              bound.nameStart(),
              bound.nameEnd(),
              set.start(),
              set.end(),
              set.recursive(),
              bindings);
      entries.put(name, nested);
      return nested;
    }
    throw duplicate(name, start, end);
  }

  private void merge(AttrSet added) throws SyntaxException {
    for (Map.Entry<String, Attribute> attribute : added.attributes().entrySet()) {
      if (attribute.getValue() instanceof Bound bound) {
        put(attribute.getKey(), bound);
      } else {
        inherit(attribute.getKey(), attribute.getValue());
      }
    }
    for (DynamicAttribute attribute : added.dynamic()) {
      Bound bound = new Bound(added.start(), added.end(), attribute.value());
      dynamic.add(new DynamicEntry(attribute.name(), new Final(bound)));
    }
  }

  private static SyntaxException duplicate(String name, Attribute attribute) {
    return duplicate(name, attribute.nameStart(), attribute.nameEnd());
  }

  private static SyntaxException duplicate(String name, int start, int end) {
    return new SyntaxException(
        "attribute '" + Quote.of(name) + "' is already defined in the same set", start, end, false);
  }

  /** Whether a name must be computed, at the outermost level. */
  boolean hasDynamicNames() {
    return !dynamic.isEmpty();
  }

  /** The set of what was added. */
  AttrSet toSet(int start, int end, boolean recursive) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      attributes.put(entry.getKey(), finished(entry.getValue()));
    }
    List<DynamicAttribute> computed = new ArrayList<>();
    for (DynamicEntry entry : dynamic) {
      if (finished(entry.value()) instanceof Bound bound) {
        computed.add(new DynamicAttribute(entry.name(), bound.value()));
      }
    }
    return new AttrSet(
        start, end, recursive, Collections.unmodifiableMap(attributes), List.copyOf(computed));
  }

  private static Attribute finished(Entry entry) {
    if (entry instanceof Nested nested) {
      AttrSet set = nested.bindings().toSet(nested.start(), nested.end(), nested.recursive());
      return new Bound(nested.nameStart(), nested.nameEnd(), set);
    }
    return ((Final) entry).attribute();
  }
}
