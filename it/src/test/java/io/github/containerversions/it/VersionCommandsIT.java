package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Versions that are asked from a command. By default that is {@code dagger}: here a script of that
 * name, first on the PATH.
 */
class VersionCommandsIT {
  private static final String PACKAGES =
      "<nixPackages><vaultwarden>vaultwarden</vaultwarden></nixPackages>\n";

  @Test
  void theAnswerIsTheVersion() {
    Repository repository = withDagger("echo \"$@\" > asked; pwd >> asked; echo 1.35.3");

    Build build = validate(repository);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.container("vaultwarden")).containsEntry("version", "1.35.3");
    assertThat(repository.read("asked").lines())
        .containsExactly("call nix-version --package=vaultwarden", repository.root().toString());
  }

  @Test
  void nothingRunsThatTheConfigurationDoesNotAskFor() {
    Repository repository = withDagger("touch asked; echo 1.35.3").replace("pom.xml", PACKAGES, "");

    assertFails(
        validate(repository),
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix:4:13 [nix-version] vaultwarden: needs evaluation: \
        pkgs.vaultwarden.version
            help: write version = "1.35.3"; in the let before the result, or configure \
        <nixPackages><vaultwarden>vaultwarden</vaultwarden></nixPackages> to have \
        nixVersionCommand asked
        """);
    assertThat(repository.path("asked")).doesNotExist();
  }

  @Test
  void aBranchBringsNoProgramByARelativeEntryOfThePath() {
    Repository repository = withDagger("exec tool");
    repository.script("tool", "touch pwned; echo 1.35.3\n");

    Build build =
        repository
            .maven()
            .with("PATH", ":.:" + repository.path("bin") + ":" + System.getenv("PATH") + ":")
            .run();

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(repository.path("pwned")).doesNotExist();
  }

  @Test
  void aLineThatWasCutIsNoVersion() {
    Build build =
        validate(
            withDagger("printf 'error: '; head -c 70000 /dev/zero | tr '\\0' '\\t'; echo 1.35.3"));

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).contains("printed no whole line in its last 64 KiB");
  }

  @Test
  void aBumpOfTheLockFileAloneIsChecked() {
    Repository repository = withDagger("cat flake.lock").write("flake.lock", "1.35.3\n");
    repository.commit("Lock");
    repository.git("switch", "--quiet", "--create", "bump");
    repository.write("flake.lock", "1.36.0\n").commit("Bump nixpkgs");

    Build build = validate(repository);

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure())
        .contains("(scope: changed, base)")
        .contains("nixVersionCommand says 1.36.0");
    assertThat(build.text())
        .contains("; 1 container is checked because a version command is asked");
    Build narrowed = validate(repository, "-DcontainerVersions.commandInputs=nix/**,*.{nix,toml}");
    assertThat(narrowed.exitCode()).as(narrowed.text()).isZero();
    Build named = validate(repository, "-DcontainerVersions.commandInputs=nix/**,flake.{nix,lock}");
    assertThat(named.failure()).contains("nixVersionCommand says 1.36.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP", "INT"})
  void aSignalToMavenEndsTheCommandWithItsChildren(String signal) throws Exception {
    assumeFalse(isIgnored(signal), "ignored by whatever started this build, and so by Maven");
    Repository repository =
        withDagger("(for i in $(seq 3000); do echo >> heartbeat; sleep 0.1; done) & wait");
    Process maven =
        repository.maven().onPath(repository.path("bin")).start(repository.path("log.txt"));
    try {
      for (int i = 0; i < 600 && !Files.exists(repository.path("heartbeat")); i++) {
        Thread.sleep(100);
      }
      assertThat(repository.path("heartbeat")).exists();
      new ProcessBuilder("kill", "-" + signal, Long.toString(maven.pid())).start().waitFor();

      assertThat(maven.waitFor(20, TimeUnit.SECONDS)).isTrue();
      String heartbeat = repository.read("heartbeat");
      Thread.sleep(1_000);
      assertThat(repository.read("heartbeat")).isEqualTo(heartbeat);
    } finally {
      maven.destroyForcibly();
    }
  }

  /** Whether a program that this one starts ignores a signal, as below nohup; see proc(5). */
  private static boolean isIgnored(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    int number = Map.of("HUP", 1, "INT", 2, "TERM", 15).get(signal);
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigIgn:")) {
        return (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (number - 1) & 1) == 1;
      }
    }
    return false;
  }

  @Test
  void theLastLineThatIsNotEmptyIsTheVersion() {
    Build build =
        validate(
            withDagger("echo 'connected to engine' >&2; echo warning: slow; echo 1.35.3; echo"));

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.container("vaultwarden")).containsEntry("version", "1.35.3");
  }

  @Test
  void anAnswerThatDiffersIsAFinding() {
    assertFails(
        validate(withDagger("echo 1.34.0")),
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix [version-agreement] vaultwarden: nixVersionCommand \
        says 1.34.0, service-versions.yaml says v1.35.3; which is right cannot be told from here
            service-versions.yaml:3:22 v1.35.3
            help: bind version = "1.35.3" in containers/vaultwarden/default.nix or pin a nixpkgs \
        that has 1.35.3, or set current-version: "v1.34.0" for vaultwarden in \
        service-versions.yaml
        """);
  }

  @Test
  void failsWhenTheCommandPrintsNothing() {
    assertFails(
        validate(withDagger("exit 0")),
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix:4:13 [nix-version] vaultwarden: needs evaluation: \
        pkgs.vaultwarden.version, and nixVersionCommand printed nothing
            help: make the last line of its standard output the version: dagger call nix-version \
        --package=vaultwarden
        """);
  }

  @Test
  void failsWhenTheCommandFails() {
    assertFails(
        validate(withDagger("echo 1.35.3; echo 'cannot connect to the engine' >&2; exit 3")),
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix:4:13 [nix-version] vaultwarden: needs evaluation: \
        pkgs.vaultwarden.version, and nixVersionCommand ended with exit code 3: cannot connect \
        to the engine
            help: run it by hand in the repository root: dagger call nix-version \
        --package=vaultwarden
        """);
  }

  @Test
  void failsWhenTheCommandIsNotThere() {
    Build build = withDagger("exit 0").maven().withoutProgram("dagger").run();

    assertFails(
        build,
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix:4:13 [nix-version] vaultwarden: needs evaluation: \
        pkgs.vaultwarden.version, and the program of nixVersionCommand, "dagger", is not on the \
        PATH
            help: install it, or set nixVersionCommand to a command that prints the version
        """);
  }

  @Test
  void failsWhenTheCommandTakesTooLongAndEndsItWithItsChildren() throws InterruptedException {
    // The child is heard, not looked up: a process that has ended may be listed for a while yet.
    Repository repository =
        withDagger("(for i in $(seq 3000); do echo >> heartbeat; sleep 0.1; done) & wait");

    long start = System.nanoTime();
    Build build = validate(repository, "-DcontainerVersions.commandTimeout=1");
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertFails(
        build,
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix:4:13 [nix-version] vaultwarden: needs evaluation: \
        pkgs.vaultwarden.version, and nixVersionCommand did not end within 1 second, and said \
        nothing
            help: raise commandTimeout, or run it by hand in the repository root: dagger call \
        nix-version --package=vaultwarden
        """);
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    String heartbeat = repository.read("heartbeat");
    Thread.sleep(1_000);
    assertThat(repository.read("heartbeat")).isNotEmpty().isEqualTo(heartbeat);
  }

  @Test
  void aPackageThatNixPackagesNamesIsAskedFor() {
    Repository repository =
        withDagger("echo \"$@\" > asked; echo 1.35.3")
            .replace("pom.xml", PACKAGES, PACKAGES.replace(">vaultwarden<", ">bitwarden_rs<"))
            .replace(
                "containers/vaultwarden/default.nix",
                "\n  version = pkgs.vaultwarden.version;",
                "");

    Build build = validate(repository);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(repository.read("asked")).isEqualTo("call nix-version --package=bitwarden_rs\n");
  }

  @Test
  void failsWhenNoPackageIsKnown() {
    Repository repository =
        withDagger("touch asked; echo 1.35.3")
            .replace("pom.xml", PACKAGES, "")
            .replace(
                "containers/vaultwarden/default.nix",
                "\n  version = pkgs.vaultwarden.version;",
                "");

    assertFails(
        validate(repository),
        """
        Container versions disagree: 1 of 1 container, 1 finding (scope: changed, on-base)
        containers/vaultwarden/default.nix [nix-version] vaultwarden: declares no version, neither \
        in a let before its result nor in the result itself
            help: write version = "1.35.3"; in the let before the result, or name the nixpkgs \
        package under nixPackages
        """);
    assertThat(repository.path("asked")).doesNotExist();
  }

  @Test
  void containerPyHasItsOwnCommandWhereOneIsConfigured() {
    Repository repository =
        withDagger("echo \"$@\" > asked; echo 1.35.3")
            .replace(
                "pom.xml",
                PACKAGES,
                """
                <containerPyVersionCommand>
                  dagger call container-version --container-name={container}
                </containerPyVersionCommand>
                """)
            .delete("containers/vaultwarden/default.nix")
            .write(
                "containers/vaultwarden/container.py",
                "import tomllib\n\nVERSION = tomllib.load(open('pin.toml', 'rb'))['version']\n");

    Build build = validate(repository);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(repository.read("asked"))
        .isEqualTo("call container-version --container-name=vaultwarden\n");
  }

  /** A repository with one unmodified nixpkgs package, and the {@code dagger} to ask. */
  private static Repository withDagger(String script) {
    return Repository.copyOf("minimal")
        .delete("containers/ntfy")
        .delete("containers/loki")
        .write(
            "containers/vaultwarden/default.nix",
            """
            { pkgs ? import <nixpkgs> { } }:
            let
              app = pkgs.vaultwarden;
              version = pkgs.vaultwarden.version;
            in
            pkgs.dockerTools.buildLayeredImage {
              name = "vaultwarden";
              contents = [ app ];
            }
            """)
        .write(
            "service-versions.yaml",
            "services:\n  - name: vaultwarden\n    current-version: v1.35.3\n")
        .configure(PACKAGES)
        .script("bin/dagger", script + "\n")
        .inGit();
  }

  private static Build validate(Repository repository, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "-DcontainerVersions.reports=json";
    return repository.maven().onPath(repository.path("bin")).run(all);
  }

  private static void assertFails(Build build, String text) {
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).isEqualTo(text.strip());
  }
}
