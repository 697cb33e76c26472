# Push notifications, as nixpkgs builds them.
{
  pkgs ? import <nixpkgs> { },
}:

let
  version = "2.15.0";
in
assert pkgs.ntfy-sh.version == version;
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/ntfy";
  tag = "v${version}";
  contents = [
    pkgs.ntfy-sh
    pkgs.tzdata
  ];
  config = {
    Entrypoint = [ "${pkgs.ntfy-sh}/bin/ntfy" ];
    Cmd = [ "serve" ];
    ExposedPorts."80/tcp" = { };
  };
}
