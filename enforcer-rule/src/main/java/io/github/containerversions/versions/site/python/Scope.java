package io.github.containerversions.versions.site.python;

import java.util.HashSet;
import java.util.Set;

/** The module, a function or a class: what decides to whom an assigned name belongs. */
final class Scope {
  private final String label;
  private final Set<String> globals = new HashSet<>();

  /**
   * A scope.
   *
   * @param label what messages call it, such as {@code def build}; empty for the module
   */
  Scope(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean isFunction() {
    return label.startsWith("def ");
  }

  boolean isModule() {
    return label.isEmpty();
  }

  /** Notes a {@code global} statement, which stands before all that it applies to. */
  void declareGlobal(String name) {
    globals.add(name);
  }

  /** Whether what is assigned to a name here is seen at module level. */
  boolean bindsInModule(String name) {
    return isModule() || globals.contains(name);
  }
}
