package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.text.SourceText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression sees: one step of a chain that leads outwards.
 *
 * @param text the file that the expression stands in
 * @param outer what is seen where this step binds nothing; null at a file's outermost level
 * @param names what this step binds
 * @param with the set of a {@code with}, which counts after all names that are bound otherwise
 */
record Environment(
    SourceText text, @Nullable Environment outer, Map<String, Thunk> names, @Nullable Thunk with) {

  static Environment ofFile(SourceText text) {
    return new Environment(text, null, Map.of(), null);
  }

  /** The map may be filled later: the values of a {@code rec} see the names they belong to. */
  Environment binding(Map<String, Thunk> inner) {
    return new Environment(text, this, inner, null);
  }

  Environment with(Thunk set) {
    return new Environment(text, this, Map.of(), set);
  }
}
