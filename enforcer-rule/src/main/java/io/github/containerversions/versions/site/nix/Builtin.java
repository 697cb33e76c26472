package io.github.containerversions.versions.site.nix;

import org.jspecify.annotations.Nullable;

/** The functions that are carried out here, of Nix itself and of the library of nixpkgs. */
enum Builtin {
  ABORT("abort", 1, true, false),
  ATTRS_OF_FILTER("filterAttrs", 2, false, true),
  ATTRS_OF_MAP("mapAttrs", 2, true, true),
  CALL_PACKAGE("callPackage", 2, false, false),
  CONCAT_STRINGS_SEP("concatStringsSep", 2, true, true),
  FILE_CONTENTS("fileContents", 1, false, true),
  FIX("fix", 1, false, true),
  FROM_JSON("fromJSON", 1, true, false),
  FROM_TOML("fromTOML", 1, true, false),
  GET_VERSION("getVersion", 1, false, true),
  HAS_ATTR("hasAttr", 2, true, true),
  IDENTITY("id", 1, false, true),
  IMPORT("import", 1, true, false),
  IMPORT_JSON("importJSON", 1, false, true),
  IMPORT_TOML("importTOML", 1, false, true),
  INTERSECT_ATTRS("intersectAttrs", 2, true, true),
  IS_ATTRS("isAttrs", 1, true, true),
  IS_LIST("isList", 1, true, true),
  IS_NULL("isNull", 1, true, false),
  IS_PATH("isPath", 1, true, true),
  IS_STRING("isString", 1, true, true),
  LIST_TO_ATTRS("listToAttrs", 1, true, true),
  MAP("map", 2, true, true),
  OPTIONAL_ATTRS("optionalAttrs", 2, false, true),
  PATH_EXISTS("pathExists", 1, true, true),
  READ_FILE("readFile", 1, true, true),
  RECURSIVE_UPDATE("recursiveUpdate", 2, false, true),
  REMOVE_ATTRS("removeAttrs", 2, true, true),
  REMOVE_PREFIX("removePrefix", 2, false, true),
  REMOVE_SUFFIX("removeSuffix", 2, false, true),
  REPLACE_STRINGS("replaceStrings", 3, true, true),
  THROW("throw", 1, true, false),
  TO_STRING("toString", 1, true, false),
  TRY_EVAL("tryEval", 1, true, false);

  private final String nixName;
  private final int arity;
  private final boolean inBuiltins;
  private final boolean inLibrary;

  Builtin(String nixName, int arity, boolean inBuiltins, boolean inLibrary) {
    this.nixName = nixName;
    this.arity = arity;
    this.inBuiltins = inBuiltins;
    this.inLibrary = inLibrary;
  }

  int arity() {
    return arity;
  }

  /** The function {@code builtins.name}; null where it is none of these. */
  static @Nullable Builtin ofBuiltins(String name) {
    for (Builtin builtin : values()) {
      if (builtin.inBuiltins && builtin.nixName.equals(name)) {
        return builtin;
      }
    }
    return null;
  }

  /** The function {@code lib.name} of nixpkgs; null where it is none of these. */
  static @Nullable Builtin ofLibrary(String name) {
    for (Builtin builtin : values()) {
      if (builtin.inLibrary && builtin.nixName.equals(name)) {
        return builtin;
      }
    }
    return null;
  }
}
