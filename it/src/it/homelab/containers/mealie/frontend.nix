{
  stdenvNoCC,
  fetchYarnDeps,
  nodejs_22,
  yarnBuildHook,
  yarnConfigHook,
  src,
  sources,
}:

stdenvNoCC.mkDerivation {
  pname = "mealie-frontend";
  inherit (sources) version;
  src = "${src}/frontend";

  yarnOfflineCache = fetchYarnDeps {
    yarnLock = "${src}/frontend/yarn.lock";
    hash = sources.yarnHash;
  };

  nativeBuildInputs = [
    nodejs_22
    yarnBuildHook
    yarnConfigHook
  ];

  yarnBuildScript = "generate";
  env.NUXT_TELEMETRY_DISABLED = 1;

  installPhase = ''
    runHook preInstall
    cp -r .output/public $out
    runHook postInstall
  '';
}
