package io.github.containerversions.versions.site.nix;

import java.util.Set;

/** The names that Nix itself binds (Nix reference manual, "Built-ins"). */
final class GlobalNames {
  private static final String HIDDEN = "__";

  /**
   * The names that Nix binds everywhere (Nix reference manual, "Built-ins"). Its other built-ins it
   * binds by their names with two underscores before them; since each version of Nix adds some, all
   * such names count as bound.
   */
  private static final Set<String> GLOBAL =
      Set.of(
          "abort",
          "baseNameOf",
          "break",
          "builtins",
          "derivation",
          "derivationStrict",
          "dirOf",
          "false",
          "fetchGit",
          "fetchMercurial",
          "fetchTarball",
          "fetchTree",
          "fromTOML",
          "import",
          "isNull",
          "map",
          "null",
          "placeholder",
          "removeAttrs",
          "scopedImport",
          "throw",
          "toString",
          "true");

  private GlobalNames() {}

  /** Whether Nix itself binds a name. */
  static boolean contains(String name) {
    return GLOBAL.contains(name)
        || (name.startsWith(HIDDEN) && !GLOBAL.contains(name.substring(HIDDEN.length())));
  }
}
