package io.github.containerversions.versions.site.nix;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that look like Nix, for properties. */
final class NixTexts {
  private static final String[] PIECES = {
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
    "\ud83d\udc33"
  };

  private NixTexts() {}

  static Arbitrary<String> piece() {
    return Arbitraries.of(PIECES);
  }

  static Arbitrary<String> soup() {
    return piece().list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }
}
