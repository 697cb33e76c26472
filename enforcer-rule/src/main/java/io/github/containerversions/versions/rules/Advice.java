package io.github.containerversions.versions.rules;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.VersionText;

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
    if (!Written.isPlain(declaration)) {
      return "make " + Written.shortened(declaration.written()) + " in " + file + " give " + target;
    }
    return switch (declaration.source()) {
      case DOCKERFILE -> "set ARG " + versionArg + "=" + target + " in " + file;
      case CONTAINER_PY -> "set VERSION = \"" + target + "\" in " + file;
      case NIX -> "set version = \"" + target + "\" in " + file;
      case NIX_COMMAND ->
          "bind version = \"" + target + "\" in " + file + " or pin a nixpkgs that has " + target;
      case CONTAINER_PY_COMMAND -> "set VERSION = \"" + target + "\" in " + file;
      case INVENTORY ->
          "set current-version: \"" + target + "\" for " + container.service() + " in " + file;
    };
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
