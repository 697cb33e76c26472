# MQTT broker without the parts that the sensors do not need.
{
  pkgs ? import <nixpkgs> { },
  lib ? pkgs.lib,
}:

let
  version = "2.0.22";

  mosquitto = pkgs.mosquitto.overrideAttrs (old: {
    inherit version;
    src = pkgs.fetchurl {
      url = "https://mosquitto.org/files/source/mosquitto-${version}.tar.gz";
      hash = "sha256-L3jTBuXSM7p4NqJ6lLgZ0v1TqY2r8x5a9cEhKfWmUoA=";
    };
    cmakeFlags = old.cmakeFlags ++ [
      (lib.cmakeBool "WITH_WEBSOCKETS" false)
      (lib.cmakeBool "WITH_SRV" false)
    ];
  });
in
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/mosquitto";
  tag = "v${version}";
  contents = [
    mosquitto
    pkgs.dockerTools.fakeNss
  ];
  config = {
    Entrypoint = [
      (lib.getExe' mosquitto "mosquitto")
      "-c"
      "/etc/mosquitto/mosquitto.conf"
    ];
    User = "nobody";
    ExposedPorts."1883/tcp" = { };
    Volumes."/var/lib/mosquitto" = { };
  };
}
