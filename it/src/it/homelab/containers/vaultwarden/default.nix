# Vaultwarden as nixpkgs has it, with its web vault.
{
  pkgs ? import <nixpkgs> { },
}:

let
  version = pkgs.vaultwarden.version;
in
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/vaultwarden";
  tag = "v${version}";

  contents = with pkgs; [
    vaultwarden
    vaultwarden.webvault
    dockerTools.caCertificates
  ];

  config = {
    Cmd = [ "${pkgs.vaultwarden}/bin/vaultwarden" ];
    Env = [
      "ROCKET_ADDRESS=0.0.0.0"
      "ROCKET_PORT=8000"
      "WEB_VAULT_FOLDER=${pkgs.vaultwarden.webvault}/share/vaultwarden/vault"
      "DATA_FOLDER=/data"
    ];
    ExposedPorts."8000/tcp" = { };
    Volumes."/data" = { };
  };
}
