package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.Set;
import java.util.regex.Pattern;

/** Which functions of nixpkgs make a package of a set, by the names that they have by custom. */
final class Builders {
  /** {@code mkDerivation}, {@code buildGoModule} and the like: these know the final attributes. */
  private static final Pattern DERIVATION =
      Pattern.compile("mkDerivation|build[A-Z]\\w*|mk[A-Z]\\w*(Derivation|Package|Application)");

  /** {@code buildImage}, {@code streamLayeredImage} and the like of dockerTools. */
  private static final Pattern IMAGE = Pattern.compile("(build|stream)(Layered)?Image(With\\w+)?");

  private static final Pattern LIBRARY = Pattern.compile("\\b(lib|builtins)\\.");

  /** Functions that are not of {@code lib} by their path: a {@code with} or a parameter. */
  private static final Set<String> OTHERS =
      Set.of(
          "attrByPath",
          "callPackage",
          "callPackages",
          "const",
          "converge",
          "extend",
          "extends",
          "filterAttrs",
          "flip",
          "foldl'",
          "genAttrs",
          "getAttr",
          "hydraJob",
          "id",
          "import",
          "intersectAttrs",
          "listToAttrs",
          "makeExtensible",
          "makeOverridable",
          "makeScope",
          "map",
          "mapAttrs",
          "mapAttrs'",
          "mergeAttrs",
          "mkDefault",
          "mkForce",
          "mkIf",
          "mkMerge",
          "mkOption",
          "mkOverride",
          "nameValuePair",
          "newScope",
          "optionalAttrs",
          "overrideExisting",
          "pipe",
          "recursiveUpdate",
          "removeAttrs",
          "zipAttrsWith");

  private Builders() {}

  /** Whether what a function is applied to may be what a package is made of. */
  static boolean mayBuild(Unknown function) {
    String name = lastName(function);
    return function.builder()
        && !OTHERS.contains(name)
        && !name.startsWith("override")
        && !LIBRARY.matcher(function.what()).find();
  }

  /** Whether a function makes a derivation, whose attributes are those it is given. */
  static boolean makesDerivation(Unknown function) {
    return mayBuild(function) && DERIVATION.matcher(lastName(function)).matches();
  }

  /** Whether a function is the one that fills in a file's parameters from nixpkgs. */
  static boolean isCallPackage(Unknown function) {
    return lastName(function).equals("callPackage");
  }

  /** Whether a function makes an image, which has a tag. */
  static boolean makesImage(Unknown function) {
    return mayBuild(function) && IMAGE.matcher(lastName(function)).matches();
  }

  private static String lastName(Unknown function) {
    return function.what().substring(function.what().lastIndexOf('.') + 1);
  }
}
