# Redis as nixpkgs has it. The version is written down so that a nixpkgs update that changes it
# shows up here, as a failed assertion, and not first in production.
{
  pkgs ? import <nixpkgs> { },
}:

let
  version = "8.2.3";

  config = pkgs.writeText "redis.conf" ''
    bind 0.0.0.0
    appendonly yes
    dir /data
    maxmemory 256mb
    maxmemory-policy allkeys-lru
  '';
in
assert pkgs.redis.version == version;
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/redis";
  tag = "v${version}";
  contents = [
    pkgs.redis
    pkgs.dockerTools.fakeNss
  ];
  config = {
    Entrypoint = [
      "${pkgs.redis}/bin/redis-server"
      "${config}"
    ];
    User = "nobody";
    WorkingDir = "/data";
    ExposedPorts."6379/tcp" = { };
    Volumes."/data" = { };
  };
}
