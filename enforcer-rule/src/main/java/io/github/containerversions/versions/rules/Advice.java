package io.github.containerversions.versions.rules;

import io.github.containerversions.core.ToolVersion;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionText;
import java.util.Optional;

/** What to write in place of a declaration. */
final class Advice {

  private Advice() {}

  /** How to make a declaration say another version, in its own style of prefix. */
  static String set(Container container, SiteDeclaration stated, String version) {
    Declaration declaration = stated.declaration();
    String target = VersionText.inStyleOf(declaration.version(), version);
    if (!declaration.isPlain()) {
      String expression = Written.expression(declaration);
      return "make "
          + (expression.isEmpty() ? "the version" : expression)
          + " in "
          + declaration.location().file()
          + " give "
          + target;
    }
    return stated.site().advice().set(declaration, container, target);
  }

  /** The command that makes the places of a container agree; none for a name that a shell reads. */
  static Optional<String> goal(Container container) {
    return container.name().matches("[A-Za-z0-9_][A-Za-z0-9._/-]*")
        ? Optional.of(ToolVersion.goal("fix") + " -Dcontainer=" + container.name())
        : Optional.empty();
  }

  /** The key to change, for advice that cannot name the value. */
  static String key(SiteDeclaration stated) {
    return stated.site().advice().key(stated.declaration());
  }
}
