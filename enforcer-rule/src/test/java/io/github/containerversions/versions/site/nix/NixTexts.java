package io.github.containerversions.versions.site.nix;

import io.github.containerversions.Property;
import java.util.List;

/** Texts that look like Nix, for properties. */
final class NixTexts {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "''",
          "${",
          "}",
          "{",
          "(",
          ")",
          "[",
          "]",
          ";",
          ":",
          "@",
          ".",
          "...",
          "=",
          "==",
          "<",
          ">",
          "//",
          "/",
          "++",
          "+",
          "-",
          "->",
          "!",
          "?",
          "$",
          "'",
          "\\",
          "#",
          "/*",
          "*/",
          ",",
          "&&",
          "||",
          "''$",
          "'''",
          "''\\",
          "$$",
          " ",
          " ",
          " ",
          "\n",
          "\r\n",
          "if ",
          " then ",
          " else ",
          "assert ",
          "with ",
          "let ",
          " in ",
          "rec ",
          "inherit ",
          " or ",
          "version",
          "pkgs",
          "lib",
          "import ",
          "./a",
          "../a/",
          "~/b",
          "<nixpkgs>",
          "http://x",
          "1",
          "1.5",
          "x:",
          "{ x }:",
          "version = \"1.0\";",
          "let version = \"1.0\"; in ",
          "pkgs.redis.version",
          "\"${version}\"",
          "(x: x) ",
          "./VERSION",
          "builtins.readFile ",
          "builtins.fromJSON ",
          "lib.removePrefix \"v\" ",
          "\u00e9",
          "\ud83d\udc33");

  private NixTexts() {}

  static String piece(Property random) {
    return random.of(PIECES);
  }

  static String soup(Property random) {
    return random.pieces(40, PIECES);
  }
}
