package io.github.containerversions.maven;

/**
 * Where a value of a parameter is given; a later constant beats an earlier one. That is the order
 * of Maven for the parameters of all plugins, in which a property of the virtual machine beats one
 * of the POM (PluginParameterExpressionEvaluator).
 */
enum ParameterOrigin {
  PROJECT,
  SYSTEM,
  ELEMENT,
  USER;

  /** A parameter as users write it there. */
  String shown(String prefix, String name) {
    return switch (this) {
      case PROJECT -> "<" + prefix + name + "> in <properties>";
      case SYSTEM -> "the system property " + prefix + name;
      case ELEMENT -> "<" + name + ">";
      case USER -> "-D" + prefix + name;
    };
  }
}
