package io.github.containerversions.versions.site.python;

import java.util.HashSet;
import java.util.Set;

/**
 * Statements that belong together.
 *
 * @param owner the function or class whose names they bind, such as {@code def build}; empty for
 *     the module
 * @param globals the names that belong to the module all the same, by a statement that stands
 *     before all that it applies to
 * @param under the keyword of the compound statement they belong to, such as {@code if}; empty
 *     where there is none but their owner
 */
record Block(String owner, Set<String> globals, String under) {

  /** The statements of the module, a function or a class. */
  static Block of(String owner) {
    return new Block(owner, new HashSet<>(), "");
  }

  /** Statements of the same owner under a keyword. */
  Block under(String keyword) {
    return new Block(owner, globals, keyword);
  }

  boolean isInModule() {
    return owner.isEmpty();
  }

  /** Whether its statements run once, in order, when the module is run. */
  boolean isPlain() {
    return owner.isEmpty() && under.isEmpty();
  }

  /** Whether what is assigned to a name here is seen at module level. */
  boolean bindsInModule(String name) {
    return owner.isEmpty() || globals.contains(name);
  }

  /** What is to be said of a name that is assigned here, in a block that is not plain. */
  String finding() {
    return owner.isEmpty()
        ? "is assigned under " + under + ", so only running the file can tell its value"
        : "is assigned in " + owner + ", which declares it global";
  }
}
