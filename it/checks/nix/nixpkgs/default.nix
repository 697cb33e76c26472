# The few names of nixpkgs that the cases use, each as far as they use it.
{ ... }:

let
  fix = f: let x = f x; in x;
  derive = args: if builtins.isFunction args then fix args else args;
  ends = suffix: text:
    let
      head = builtins.stringLength text - builtins.stringLength suffix;
    in
    head >= 0 && builtins.substring head (-1) text == suffix;

  strings = {
    removePrefix = prefix: text:
      let
        length = builtins.stringLength prefix;
      in
      if builtins.substring 0 length text == prefix
      then builtins.substring length (-1) text
      else text;
    removeSuffix = suffix: text:
      if ends suffix text
      then builtins.substring 0 (builtins.stringLength text - builtins.stringLength suffix) text
      else text;
    fileContents = file: strings.removeSuffix "\n" (builtins.readFile file);
  };

  lib = strings // {
    inherit strings;
    id = x: x;
    getVersion = package: package.version;
    importJSON = file: builtins.fromJSON (builtins.readFile file);
  };

  pkgs = {
    inherit lib;
    inherit pkgs;
    buildGoModule = derive;
    stdenv.mkDerivation = derive;
    dockerTools.buildLayeredImage = args: args;
    redis = { version = "8.2.3"; };
    callPackage = function: args:
      let
        f = if builtins.isFunction function then function else import function;
      in
      f (builtins.intersectAttrs (builtins.functionArgs f) pkgs // args);
  };
in
pkgs
