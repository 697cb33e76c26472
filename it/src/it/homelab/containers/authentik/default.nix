# authentik as nixpkgs builds it; nothing here changes the package, so its version is the
# version in the pinned nixpkgs (tools/nix-version.sh authentik).
{
  pkgs ? import <nixpkgs> { },
}:

let
  # The server only looks for blueprints in one folder: ours are mounted beside the built-in ones.
  start = pkgs.writeShellScript "start-authentik" ''
    set -eu
    mkdir -p /blueprints
    for dir in ${pkgs.authentik}/blueprints/*; do
      ln -sfn "$dir" "/blueprints/$(basename "$dir")"
    done
    exec ${pkgs.authentik}/bin/ak "$@"
  '';
in
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/authentik";
  tag = "latest";
  maxLayers = 80;

  contents = with pkgs; [
    authentik
    bashInteractive
    cacert
    coreutils
    tzdata
  ];

  extraCommands = ''
    mkdir -m 1777 tmp
    mkdir -m 0775 blueprints
  '';

  config = {
    Entrypoint = [ "${start}" ];
    Cmd = [ "server" ];
    User = "1000:1000";
    Env = [
      "AUTHENTIK_BLUEPRINTS_DIR=/blueprints"
      "SSL_CERT_FILE=${pkgs.cacert}/etc/ssl/certs/ca-bundle.crt"
    ];
    ExposedPorts = {
      "9000/tcp" = { };
      "9443/tcp" = { };
    };
  };
}
