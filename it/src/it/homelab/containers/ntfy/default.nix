# Push notifications; nixpkgs is a few releases behind.
{
  pkgs ? import <nixpkgs> { },
}:

let
  pname = "ntfy";
  version = "2.17.0";

  src = pkgs.fetchFromGitHub {
    owner = "binwiederhier";
    repo = "ntfy";
    tag = "v${version}";
    hash = "sha256-tk7LQJmNz2Yb4oHcXrE9uPdVwGf8sCqBa0jKl3i5R1I=";
  };

  web = pkgs.buildNpmPackage {
    pname = "${pname}-web";
    inherit version src;
    sourceRoot = "${src.name}/web";
    npmDepsHash = "sha256-9d3pXuWcZQhVb2RkYtEoLm7fNsAg1jHi8KrTq4vS0x0=";
    installPhase = ''
      runHook preInstall
      cp -r build $out
      runHook postInstall
    '';
  };

  ntfy = pkgs.buildGoModule {
    inherit pname version src;
    vendorHash = "sha256-Jd0nY6eBq3MwFvRk5cTgPz1Xh8SuLi2oAa9WmNtCrEQ=";
    doCheck = false;
    tags = [ "sqlite_omit_load_extension" ];
    ldflags = [ "-X main.version=${version}" ];
    preBuild = ''
      cp -r ${web} server/site
      install -D /dev/null server/docs/index.html
    '';
    meta.mainProgram = pname;
  };
in
pkgs.dockerTools.buildLayeredImage {
  name = "registry.home.arpa/${pname}";
  tag = "v${version}";
  contents = [
    ntfy
    pkgs.tzdata
  ];
  config = {
    Entrypoint = [ (pkgs.lib.getExe ntfy) ];
    Cmd = [ "serve" ];
    ExposedPorts."80/tcp" = { };
  };
}
