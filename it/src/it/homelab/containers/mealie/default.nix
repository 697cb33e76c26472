# Mealie from source: front end and back end are built from one pin, which stands in sources.nix.
{
  pkgs ? import <nixpkgs> { },
}:

let
  sources = import ./sources.nix;
  inherit (sources) version;

  src = pkgs.fetchFromGitHub {
    owner = "mealie-recipes";
    repo = "mealie";
    tag = "v${version}";
    inherit (sources) hash;
  };

  frontend = pkgs.callPackage ./frontend.nix { inherit src sources; };

  python = pkgs.python313.withPackages (
    ps: with ps; [
      alembic
      fastapi
      gunicorn
      psycopg2
      pydantic-settings
      sqlalchemy
      uvicorn
    ]
  );

  start = pkgs.writeShellScriptBin "start-mealie" ''
    set -euo pipefail
    export PYTHONPATH=${src}
    export STATIC_FILES=${frontend}
    ${python}/bin/python ${src}/mealie/db/init_db.py
    exec ${python}/bin/gunicorn --bind 0.0.0.0:9000 \
      --worker-class uvicorn.workers.UvicornWorker mealie.app:app
  '';
in
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/mealie";
  tag = "v${version}";
  contents = [
    start
    pkgs.dockerTools.caCertificates
    pkgs.tzdata
  ];
  config = {
    Cmd = [ "start-mealie" ];
    Env = [
      "DATA_DIR=/app/data"
      "PRODUCTION=true"
    ];
    ExposedPorts."9000/tcp" = { };
    Volumes."/app/data" = { };
  };
}
