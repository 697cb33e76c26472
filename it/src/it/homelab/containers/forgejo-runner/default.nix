# The Forgejo Actions runner, ahead of nixpkgs, with the tools that our workflows call.
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib;

  version = "12.6.4";

  runner = pkgs.buildGoModule {
    pname = "forgejo-runner";
    inherit version;

    src = pkgs.fetchFromGitea {
      domain = "code.forgejo.org";
      owner = "forgejo";
      repo = "runner";
      tag = "v${version}";
      hash = "sha256-0cOcUwM3RjdVoYpFgIJ8GZwHyfTpjGwyf0sDgkLZQ2o=";
    };
    vendorHash = "sha256-uhJPhTgz8kDaB6B5Et4q9mWnJ1rkhCVq6zN3XIwVtyI=";

    # The tests start containers.
    doCheck = false;

    ldflags = [
      "-s"
      "-w"
      "-X code.forgejo.org/forgejo/runner/v12/internal/pkg/ver.version=v${version}"
    ];

    meta = {
      description = "Runner for Forgejo Actions";
      license = lib.licenses.gpl3Plus;
      mainProgram = "forgejo-runner";
    };
  };

  tools = with pkgs; [
    bashInteractive
    coreutils
    git
    gnused
    gnutar
    gzip
    jq
    nix
    nodejs_24
    skopeo
  ];
in
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/forgejo-runner";
  tag = "v${version}";
  contents = [ runner ] ++ tools ++ [ pkgs.dockerTools.caCertificates ];

  config = {
    Entrypoint = [ (lib.getExe runner) ];
    Cmd = [
      "daemon"
      "--config"
      "/etc/forgejo-runner/config.yaml"
    ];
    WorkingDir = "/data";
    Volumes."/data" = { };
  };
}
