package io.github.containerversions.check.versions;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.Declaration;
import io.github.containerversions.model.VersionText;

/** Words for a declaration: what it is called, and what to write in its place. */
final class Advice {

  private final String versionArg;

  /**
   * Advice for one configuration.
   *
   * @param versionArg the name of the Dockerfile ARG that declares the version
   */
  Advice(String versionArg) {
    this.versionArg = versionArg;
  }

  /** What messages call the source of a declaration. */
  static String title(Declaration declaration) {
    return switch (declaration.source()) {
      case INVENTORY -> declaration.location().file();
      case DOCKERFILE, CONTAINER_PY, CONTAINER_PY_COMMAND, NIX, NIX_COMMAND ->
          declaration.source().title();
    };
  }

  /** How to make a declaration say another version, in its own style of prefix. */
  String set(Container container, Declaration declaration, String version) {
    String target = VersionText.inStyleOf(declaration.version(), version);
    String file = declaration.location().file();
    if (!declaration.isPlain()) {
      String expression = Written.expression(declaration);
      return "make "
          + (expression.isEmpty() ? "the version" : expression)
          + " in "
          + file
          + " give "
          + target;
    }
    return switch (declaration.source()) {
      case DOCKERFILE -> "set ARG " + versionArg + "=" + target + " in " + file;
      case CONTAINER_PY -> "set VERSION = \"" + quotable(target) + "\" in " + file;
      case NIX -> "set version = \"" + nixQuotable(target) + "\" in " + file;
      case NIX_COMMAND ->
          "bind version = \""
              + nixQuotable(target)
              + "\" in "
              + file
              + " or pin a nixpkgs that has "
              + target;
      case CONTAINER_PY_COMMAND -> "set VERSION = \"" + quotable(target) + "\" in " + file;
      case INVENTORY ->
          "set current-version: \""
              + quotable(target)
              + "\" for "
              + container.service()
              + " in "
              + file;
    };
  }

  /** A text as it stands between the double quotes of Python and of YAML. */
  private static String quotable(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String nixQuotable(String text) {
    return quotable(text).replace("${", "\\${");
  }

  /** The key to change, for advice that cannot name the value. */
  String key(Declaration declaration) {
    String file = declaration.location().file();
    return switch (declaration.source()) {
      case DOCKERFILE -> "ARG " + versionArg + " in " + file;
      case CONTAINER_PY, CONTAINER_PY_COMMAND -> "VERSION in " + file;
      case NIX, NIX_COMMAND -> "version in " + file;
      case INVENTORY -> "current-version in " + file;
    };
  }
}
